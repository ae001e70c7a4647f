import type {
  NumberedSpec,
  OpenQuestion,
  Packet,
  PrintedFinding,
  Requirement,
  SpecDocument,
} from '../spec/index.js';
import { sampleKit } from './sample-kit.js';
import { SAMPLE_KINDS } from './sample-kinds.js';

/** The part of the sample document that is handed over, with one sentence that is settled and one that is not. */
export function samplePacket(
  settled: Requirement,
  loose: Requirement,
  doubts: { readonly finding: PrintedFinding; readonly open: OpenQuestion },
): Pick<SpecDocument, 'packet' | 'numbered' | 'kit'> {
  const kit = sampleKit({ settled, loose, ...doubts });
  return { packet: packetOf(settled, loose), numbered: numberedOf(settled), kit };
}

function numberedOf({ id, text }: Requirement): NumberedSpec {
  const criterion = { number: '1.1', place: '1', id, text };
  const work = SAMPLE_KINDS.map((kind, index) => ({
    number: `1.${String(index + 1)}`,
    kind,
    criteria: ['1.1'],
    ids: [id],
  }));
  return {
    chapters: [{ number: '1', id: 'flows', title: 'Users and flows', criteria: [criterion], work }],
    properties: [{ number: '1', holds: 'the system must carry the peak', criterion }],
    failures: ['1.1'],
    proofs: [{ verify: 'load-test', criteria: ['1.1'] }],
  };
}

function packetOf(settled: Requirement, open: Requirement): Packet {
  const criteria = [{ id: 'AC-001', statement: 'It is shown by load test.' }];
  return {
    requirements: [{ id: 'FR-001', statement: settled.text, source: settled.id, criteria }],
    constraints: [{ id: 'C-001', statement: 'Do not build gift cards.', source: 'gift-cards' }],
    undecided: [open],
  };
}
