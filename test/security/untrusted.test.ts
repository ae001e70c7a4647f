import { chmodSync, existsSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeDraft, appendLog, createDisk } from '../../src/store/index.js';
import { aWorld, type AWorld } from '../helpers/a-world.js';
import { aTempDir } from '../helpers/temp-dir.js';
import { program, root } from '../house/program.js';

const esc = '\u001b';
/** What a terminal obeys: a window title, a write to the clipboard, a hidden link, a cleared screen, and text turned round. */
const attack = `x${esc}]0;title\u0007y${esc}]52;c;cm0=\u0007z${esc}]8;;http://bad${esc}\\link${esc}]8;;${esc}\\${esc}[2J\u009b31m\u202eabc`;
const yaml = JSON.stringify(attack).replaceAll('\u009b', '\\x9b').replaceAll('\u202e', '\\u202e');
// eslint-disable-next-line no-control-regex -- that none is left is what is checked
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

const KEY = 'sk-ant-api03-notarealkeybutlong';
const answers = (extra: string) =>
  `format: 1\nname: Limiter\ndepth: quick\nbanks: { core: 1 }\nanswers:\n  arc.tier: T1\n${extra}`;

function aSpec(extra = ''): AWorld {
  const world = aWorld();
  world.dir.write('specs/limiter/answers.yaml', answers(extra));
  return world;
}

/** Every text file below a folder. */
function texts(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(folder, name))
    .filter((name) => statSync(name).isFile())
    .map((name) => readFileSync(name, 'utf8'));
}

const bank = (prompt: string) => `format: 1
bank: own
version: 1
section: { id: own, code: OWN, title: Own, order: 900, intro: What only this team asks. }
questions:
  - { id: own.a, kind: text, prompt: ${prompt}, why: It matters., weak: it, strong: ledger, depth: quick }
`;
const format = (output: string) =>
  `format: 1\nid: mine\ntitle: Mine\noutputs:\n  - { template: mine.hbs, path: ${output}, type: markdown }\n`;
const template = '.spec-interview/templates/mine';

const sources: readonly (readonly [string, (world: AWorld) => void, readonly string[]])[] = [
  [
    'an answer',
    ({ dir }) => void dir.write('specs/limiter/answers.yaml', answers(`  ctx.purpose: ${yaml}\n`)),
    ['regenerate', 'limiter'],
  ],
  [
    'the name of a spec',
    ({ dir }) => void dir.write('specs/limiter/answers.yaml', answers('').replace('Limiter', yaml)),
    ['regenerate', 'limiter'],
  ],
  [
    'a key of the answers',
    ({ dir }) => void dir.write('specs/limiter/answers.yaml', answers(`  ${yaml}: 1\n`)),
    ['check', 'limiter'],
  ],
  [
    'a bank',
    ({ dir }) => {
      dir.write('.spec-interview/config.yaml', 'format: 1\nbanks: [bank]\n');
      dir.write('bank/bank.yaml', bank(yaml));
    },
    ['regenerate', 'limiter'],
  ],
  [
    'a template',
    ({ dir }) => {
      dir.write(`${template}/template.yaml`, format('mine.md'));
      dir.write(`${template}/mine.hbs`, `# Mine\n\n{{${attack}}}\n`);
    },
    ['regenerate', 'limiter', '--format', 'mine'],
  ],
  [
    'the path of an output',
    ({ dir }) => {
      dir.write(`${template}/template.yaml`, format(yaml));
      dir.write(`${template}/mine.hbs`, '# Mine\n');
    },
    ['regenerate', 'limiter', '--format', 'mine'],
  ],
  [
    'a file name',
    ({ dir }) => void dir.write(`specs/${attack.replaceAll('/', '_')}/answers.yaml`, answers('')),
    ['list'],
  ],
  ['an argument', () => undefined, ['check', attack]],
  [
    'a damaged file',
    ({ dir }) => void dir.write('specs/limiter/answers.yaml', `format: 1\n${attack}: [\n`),
    ['check', 'limiter'],
  ],
  [
    'the configuration',
    ({ dir }) => void dir.write('.spec-interview/config.yaml', `format: 1\n${yaml}: 1\n`),
    ['check', 'limiter'],
  ],
];

describe('control characters, links and clipboard writes', () => {
  it.each(sources)('of %s reach neither the terminal nor a document', async (_, given, args) => {
    const world = aSpec();
    given(world);
    const { out, err } = await world.run(...args);
    expect(out + err).not.toMatch(controls);
    const folder = world.dir.join('specs/limiter');
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((each) =>
      each.endsWith('.md'),
    ))
      expect(readFileSync(path.join(folder, name), 'utf8')).not.toMatch(controls);
  });

  it('in an answer are refused with their place', async () => {
    const ran = await aSpec(`  ctx.purpose: ${yaml}\n`).run('regenerate', 'limiter');
    expect(ran.err).toMatch(/answers\.yaml:7:16: The text holds a control character\./);
  });

  it('of the environment reach neither the terminal nor a document', async () => {
    const world = aSpec();
    const env = {
      LANG: attack,
      TERM: attack,
      NO_COLOR: attack,
      EDITOR: attack,
      XDG_DATA_HOME: path.join(world.dir.path, 'data'),
    };
    for (const args of [['regenerate', 'limiter'], ['--help'], ['ai', 'status']]) {
      const { out, err } = await world.runWith({ env }, ...args);
      expect(out + err).not.toMatch(controls);
    }
  });
});

describe('paths', () => {
  const escapes = [
    '../../../evil.md',
    '../../../../../evil.md',
    '/../evil.md',
    '/../../tmp/evil.md',
    'a/../../../../evil.md',
    '{slug}/../../../../evil.md',
    './../.././../evil.md',
  ];

  it.each(escapes)('%s as an output is refused, and nothing is written', async (output) => {
    const world = aSpec();
    world.dir.write(`${template}/template.yaml`, format(JSON.stringify(output)));
    world.dir.write(`${template}/mine.hbs`, '# Mine\n');
    const { code } = await world.run('regenerate', 'limiter', '--format', 'mine');
    const outside = [path.dirname(world.dir.path), '/tmp'].flatMap((folder) => readdirSync(folder));
    expect(outside).not.toContain('evil.md');
    expect(code).toBe(2);
    expect(texts(world.dir.path).filter((text) => text === '# Mine\n')).toHaveLength(1);
  });

  it('of an output that begin at the root begin at that of the project', async () => {
    const world = aSpec();
    world.dir.write(`${template}/template.yaml`, format('/tmp/evil.md'));
    world.dir.write(`${template}/mine.hbs`, '# Mine\n');
    await world.run('regenerate', 'limiter', '--format', 'mine');
    expect(world.dir.read('tmp/evil.md')).toBe('# Mine\n');
    expect(existsSync('/tmp/evil.md')).toBe(false);
  });

  it.each(['../x', '/etc', 'a/b', '..', '.', 'a\u0000b', 'CON:', '~'])(
    '%s is no name of a spec',
    async (slug) => {
      const world = aSpec();
      const { code } = await world.run('answer', slug, 'arc.stage', 'new');
      expect(code).toBe(2);
      expect(readdirSync(world.dir.join('specs'))).toEqual(['limiter']);
    },
  );

  it.each(['../spec', '/etc/passwd', 'spec/../../x', '.'])('%s is no format', async (id) => {
    const { code } = await aSpec().run('regenerate', 'limiter', '--format', id);
    expect(code).toBe(2);
  });

  it('of a template set that is a link out of the project are not followed', async () => {
    const world = aSpec();
    const elsewhere = aTempDir();
    elsewhere.write('template.yaml', format('mine.md'));
    elsewhere.write('mine.hbs', '# Mine\n');
    world.dir.write('.spec-interview/templates/other/template.yaml', format('other.md'));
    symlinkSync(elsewhere.path, world.dir.join(template));
    const { code } = await world.run('regenerate', 'limiter', '--format', 'mine');
    expect(code).toBe(2);
    expect(existsSync(world.dir.join('specs/limiter/mine.md'))).toBe(false);
  });
});

describe('templates', () => {
  it.each([
    'constructor',
    '__proto__',
    'this.constructor',
    'name.constructor',
    '@root.constructor',
    'process.env',
    'require',
    'global',
    'lookup this "constructor"',
    '#with constructor}}{{/with',
  ])('that ask for {{%s}} are refused', async (asked) => {
    const world = aSpec();
    world.dir.write(`${template}/template.yaml`, format('mine.md'));
    world.dir.write(`${template}/mine.hbs`, `# Mine\n\n{{${asked}}}\n`);
    const { code } = await world.run('regenerate', 'limiter', '--format', 'mine');
    expect(code).toBe(2);
    expect(existsSync(world.dir.join('specs/limiter/mine.md'))).toBe(false);
  });
});

describe('what is private', () => {
  it('is readable by its owner only: drafts and the log of the model, also where a file was open before', () => {
    const dir = aTempDir();
    const draft = dir.write('.draft.json', '{}');
    chmodSync(draft, 0o644);
    expect(writeDraft(createDisk(), draft, { step: 'ctx.purpose', draft: {}, at: '' }).ok).toBe(true);
    const log = dir.write('ai-log.jsonl', '');
    chmodSync(log, 0o644);
    expect(appendLog(createDisk(), dir.path, { sent: 'a' }).ok).toBe(true);
    expect([draft, log].map((file) => statSync(file).mode & 0o777)).toEqual([0o600, 0o600]);
  });

  it('is never printed or written: the key of a model', async () => {
    const world = aSpec();
    const env = { ANTHROPIC_API_KEY: KEY, ANTHROPIC_BASE_URL: 'http://127.0.0.1:9' };
    for (const args of [
      ['ai', 'status'],
      ['ai', 'on'],
      ['review', 'limiter'],
      ['regenerate', 'limiter'],
      ['ai', 'log'],
      ['nosuch'],
    ]) {
      const { out, err } = await world.runWith({ env }, ...args);
      expect(out + err).not.toContain(KEY);
    }
    for (const text of texts(world.dir.path)) expect(text).not.toContain(KEY);
  });
});

describe('the package', () => {
  const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as Record<
    string,
    Record<string, string>
  >;

  it('runs nothing when it is installed, and brings nothing else along', () => {
    const scripts = Object.keys(manifest['scripts'] ?? {});
    expect(scripts.filter((name) => /^(?:pre|post)?install$|^prepare$/.test(name))).toEqual([]);
    expect(manifest).not.toHaveProperty('dependencies');
    expect(manifest).not.toHaveProperty('optionalDependencies');
    expect(existsSync(program)).toBe(true);
  });
});
