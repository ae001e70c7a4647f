import { describe, expect, it } from 'vitest';
import {
  agentsBlock,
  blockInside,
  managedBlock,
  spliceManagedBlock,
  type SpecPointer,
} from '../../src/render/managed-block.js';

const START = '<!-- SPEC-INTERVIEW:START -->';
const END = '<!-- SPEC-INTERVIEW:END -->';

const pointer = (name: string): SpecPointer => ({
  name: () => name,
  spec: `specs/${name}/spec.md`,
  assistant: `specs/${name}/assistant.md`,
});

const HEAD =
  'What is built here is specified; read the specification before you change what it describes.\n' +
  'Ask where it has an open question, never build a non-goal, and put the full id of a requirement in the title of its test.\n';

const line = (name: string): string =>
  `- ${name}: \`specs/${name}/spec.md\`, rules for the work in \`specs/${name}/assistant.md\`\n`;

const many = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `s${String(index + 1)}`);

describe('what points to specs and commands', () => {
  it('says so when there is no specification yet', () => {
    expect(agentsBlock([])).toBe(`${HEAD}There is no specification yet.\n`);
  });

  it('names each specification, with its files', () => {
    expect(agentsBlock([pointer('pay'), pointer('mail')])).toBe(`${HEAD}\n${line('pay')}${line('mail')}`);
    expect(agentsBlock([{ name: () => 'a *b*', spec: 'a`b.md', assistant: 'c.md' }])).toBe(
      `${HEAD}\n- a \\*b\\*: \`\`a\`b.md\`\`, rules for the work in \`c.md\`\n`,
    );
  });

  it('names up to seven, and of more the first six', () => {
    expect(agentsBlock(many(7).map(pointer))).toBe(`${HEAD}\n${many(7).map(line).join('')}`);
    expect(agentsBlock(many(8).map(pointer))).toBe(
      `${HEAD}\n${many(6).map(line).join('')}- 2 more beside them\n`,
    );
  });

  it('asks only for the names that it shows', () => {
    const asked: string[] = [];
    const specs = many(9).map((name) => ({ ...pointer(name), name: () => (asked.push(name), name) }));
    agentsBlock(specs);
    expect(asked).toEqual(many(6));
  });

  it('lists commands, up to nine of them', () => {
    expect(agentsBlock([pointer('pay')], ['npm ci', 'npm test'])).toBe(
      `${HEAD}Commands: \`npm ci\`, \`npm test\`.\n\n${line('pay')}`,
    );
    expect(agentsBlock([], many(10))).toBe(
      `${HEAD}Commands: \`s1\`, \`s2\`, \`s3\`, \`s4\`, \`s5\`, \`s6\`, \`s7\`, \`s8\`, \`s9\`.\nThere is no specification yet.\n`,
    );
  });
});

describe('a block between markers', () => {
  const block = `${START}\n\na\n\n${END}`;

  it('stands apart from them', () => {
    expect(managedBlock('a')).toBe(block);
    expect(managedBlock('\n\na\nb\n\n')).toBe(`${START}\n\na\nb\n\n${END}`);
  });

  it.each([
    ['', block],
    ['# A', `# A\n\n${block}`],
    ['# A\n', `# A\n\n${block}`],
    ['# A\n\n', `# A\n\n${block}`],
    ['# A\n\n\n', `# A\n\n\n${block}`],
    ['\n', `\n\n${block}`],
  ])('comes behind a text without markers, one blank line apart: %j', (text, after) => {
    expect(spliceManagedBlock(text, block)).toEqual({ ok: true, value: `${after}\n` });
  });

  it.each(['# A\r\nb', '# A\r\nb\r\n', '# A\r\nb\r\n\r\n'])(
    'comes with the line ends of Windows where the text has them: %j',
    (text) => {
      expect(spliceManagedBlock(text, block)).toEqual({
        ok: true,
        value: `# A\r\nb\r\n\r\n${START}\r\n\r\na\r\n\r\n${END}\r\n`,
      });
    },
  );

  it('comes in the place of the one that is there', () => {
    expect(spliceManagedBlock(`before\n${START}\nold\n${END}\nafter`, block)).toEqual({
      ok: true,
      value: `before\n${block}\nafter`,
    });
    expect(spliceManagedBlock(`${START}\r\n${END}\r\nafter \n`, block)).toEqual({
      ok: true,
      value: `${START}\r\n\r\na\r\n\r\n${END}\r\nafter \n`,
    });
    expect(spliceManagedBlock(`${START}\n${END}`, block)).toEqual({ ok: true, value: block });
  });

  it('is read back without them, with plain line ends', () => {
    expect(blockInside(`a\r\n${START}\r\n\r\nb\r\nc\r\n\r\n${END}\r\nd`)).toEqual({
      ok: true,
      value: 'b\nc\n',
    });
    expect(blockInside(`${START}\n${END}`)).toEqual({ ok: true, value: '\n' });
    expect(blockInside('a\n')).toEqual({ ok: true, value: undefined });
  });
});

describe('markers that enclose no block', () => {
  const refused = {
    ok: false,
    error: [
      {
        code: 'managed-block',
        message:
          'The markers <!-- SPEC-INTERVIEW:START --> and <!-- SPEC-INTERVIEW:END --> do not enclose one block.',
        hint: 'Leave one of each, the first above the second, or remove them all.',
      },
    ],
  };

  it.each([
    ['the end is missing', `${START}\na\n`],
    ['the start is missing', `a\n${END}\n`],
    ['the end stands first', `${END}\n${START}\n`],
    ['there are two starts', `${START}\n${START}\n${END}\n`],
    ['there are two ends', `${START}\n${END}\n${END}\n`],
    ['there are two blocks', `${START}\n${END}\n${START}\n${END}\n`],
  ])('are told, to write and to read: %s', (_, text) => {
    expect(spliceManagedBlock(text, 'x')).toEqual(refused);
    expect(blockInside(text)).toEqual(refused);
  });

  it.each([` ${START}`, `${START} `, `- ${END}`, `${END}.`, START.toLowerCase()])(
    'are text when they do not stand alone in a line: %j',
    (text) => {
      expect(blockInside(`${text}\n`)).toEqual({ ok: true, value: undefined });
    },
  );
});
