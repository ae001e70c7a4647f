import type { Packet, Requirement } from '../spec/index.js';

/** The part of the sample document that is handed over, with one sentence that is settled and one that is not. */
export function samplePacket(settled: Requirement, open: Requirement): Packet {
  const criteria = [{ id: 'AC-001', statement: 'It is shown by load test.' }];
  return {
    requirements: [{ id: 'FR-001', statement: settled.text, source: settled.id, criteria }],
    constraints: [{ id: 'C-001', statement: 'Do not build gift cards.', source: 'gift-cards' }],
    undecided: [open],
  };
}
