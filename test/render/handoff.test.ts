import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { safeText } from '../../src/kernel/index.js';
import { SAMPLE } from '../../src/render/sample-document.js';
import type { SpecDocument } from '../../src/spec/index.js';
import { root } from '../house/program.js';
import { HOSTILE } from './hostile.js';
import { documentOf, readShipped, renderAll } from './shipped.js';

const shipped = readShipped(root);
const handoff = shipped.formats.filter(({ id }) => id === 'handoff');

const sentence = z
  .string()
  .regex(/[.!?…]["”)]?$/u, 'a whole sentence')
  .refine((text) => !text.includes('\n'));
const numbered = (kind: string) => z.string().regex(new RegExp(`^${kind}-\\d{3,}$`));

/** The packet as other tools read it, version 1. */
const packet = z.strictObject({
  handoff_packet: z.literal(1),
  source_tool: z.literal('spec-interview'),
  requirements: z.array(
    z.strictObject({
      id: numbered('FR'),
      statement: sentence.refine((text) => text.includes('SHALL'), 'says what must hold'),
      source_id: z.string().regex(/^REQ-[A-Z0-9]+-\d{3}/),
      acceptance_criteria: z.array(z.strictObject({ id: numbered('AC'), statement: sentence })).min(1),
    }),
  ),
  constraints: z.array(
    z.strictObject({ id: numbered('C'), statement: sentence, source_id: z.string().min(1) }),
  ),
});

const textOf = (document: SpecDocument): string => renderAll(document, handoff, 'x')[0]?.text ?? '';
const frontOf = (text: string): unknown => parse(text.split('\n---\n')[0]?.replace(/^---\n/, '') ?? '');
const bodyOf = (text: string): string => text.split('\n---\n').slice(1).join('\n---\n');

describe('the handoff packet', () => {
  it.each(shipped.cases)(
    'is a packet of version 1 with every settled requirement: $caseInfo.id',
    ({ raw }) => {
      const document = documentOf(shipped.bank, raw);
      const { requirements, constraints } = packet.parse(frontOf(textOf(document)));
      const ids = [
        ...requirements,
        ...constraints,
        ...requirements.flatMap((one) => one.acceptance_criteria),
      ].map(({ id }) => id);

      expect(requirements.map(({ source_id }) => source_id)).toEqual(
        document.requirements.filter(({ normative }) => normative).map(({ id }) => id),
      );
      expect(constraints.map(({ source_id }) => source_id)).toEqual([
        ...document.exclusions.map(({ id }) => id),
        ...document.findings.filter(({ severity }) => severity === 'block').map(({ id }) => id),
      ]);
      expect(new Set(ids).size).toBe(ids.length);
    },
  );

  it('hands no sentence over that is not settled, and says what it lacks', () => {
    const body = bodyOf(textOf(SAMPLE));

    expect(JSON.stringify(frontOf(textOf(SAMPLE)))).not.toContain('REQ-REC-028.orders-db');
    expect(body).toContain('## Not decided enough to build');
    expect(body).toContain('  > First stop the writers.');
  });

  it('has no requirement without an answer, and says so', () => {
    const empty = { requirements: [], constraints: [], undecided: [] };
    const text = textOf({ ...SAMPLE, requirements: [], scenarios: [], packet: empty });

    expect(packet.parse(frontOf(text))).toMatchObject({ requirements: [], constraints: [] });
    expect(text).toContain('Partial: no answer asks anything of the system yet.');
  });

  it.each(HOSTILE)('keeps %j in its strings, word for word', (text) => {
    const words = safeText(text).replaceAll(/\s+/g, ' ').trim();
    const statement = `The system SHALL ${text}.`;
    const { requirements, constraints } = SAMPLE.packet;
    const hostile = {
      requirements: requirements.map((one) => ({
        ...one,
        statement,
        criteria: [{ id: 'AC-001', statement }],
      })),
      constraints: constraints.map((one) => ({ ...one, statement, source: text })),
      undecided: [],
    };
    const front = packet.parse(frontOf(textOf({ ...SAMPLE, packet: hostile })));
    const expected = safeText(statement).replaceAll(/\s+/g, ' ').trim();

    expect(front.requirements[0]).toMatchObject({
      statement: expected,
      acceptance_criteria: [{ statement: expected }],
    });
    expect(front.constraints[0]).toMatchObject({ statement: expected, source_id: words });
  });

  it.each(HOSTILE)('keeps %j inside the fence of its scenario', (text) => {
    const scenarios = SAMPLE.scenarios.map((rule) => ({
      ...rule,
      scenarios: rule.scenarios.map((one) => ({ ...one, text, steps: [{ keyword: 'Then', text }] })),
    }));
    const fences = bodyOf(textOf({ ...SAMPLE, scenarios })).match(/^ {0,3}(?:```|~~~).*$/gm);

    expect(fences).toEqual(['```gherkin', '```']);
  });
});
