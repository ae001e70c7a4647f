import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { precompile, renderSpec, type Format, type Precompiled } from '../../src/render/index.js';
import { ensureBuilt, root } from '../house/program.js';
import { aTempDir } from '../helpers/temp-dir.js';
import { documentOf, readShipped, renderAll, sound } from './shipped.js';

const shipped = readShipped(root);
const payments = shipped.cases.find(({ caseInfo }) => caseInfo.id === 'payments');
const formatOf = (id: string): Format => shipped.formats.find((format) => format.id === id) ?? never(id);

function never(id: string): never {
  throw new Error(`The package has no ${id}.`);
}

function precompiled(format: Format): Format {
  const folder = aTempDir();
  folder.write('set.cjs', sound(precompile(format, '')));
  const file = path.join(folder.path, 'set.cjs');
  return { ...format, precompiled: createRequire(file)(file) as Precompiled };
}

describe('a template set that was compiled before', () => {
  it('renders every format of the largest case to the same bytes', () => {
    const document = documentOf(shipped.bank, (payments ?? never('payments')).raw);
    const ready = shipped.formats.map(precompiled);

    expect(renderAll(document, ready, 'payments')).toEqual(renderAll(document, shipped.formats, 'payments'));
  });

  it('is what runs, as long as its texts are the ones it was made from', () => {
    const document = documentOf(shipped.bank, (payments ?? never('payments')).raw);
    const brief = precompiled({
      ...formatOf('brief'),
      templates: { ...formatOf('brief').templates, 'brief.hbs': 'Compiled before.' },
    });
    const programs = brief.precompiled ?? never('program');
    const edited = { ...formatOf('brief'), precompiled: programs };
    const text = (format: Format) => sound(renderSpec(document, format, { slug: 'x' }))[0]?.text;

    expect(text(brief)).toBe('Compiled before.\n');
    expect(text(edited)).toBe(text(formatOf('brief')));
  });

  it('is refused when it names what no document has', () => {
    const wrong = { ...formatOf('brief'), templates: { 'brief.hbs': '{{titel}}' } };
    const text = precompile(wrong, '');

    expect(text.ok).toBe(false);
    expect(text.ok ? [] : text.error.map(({ place }) => place)).toEqual([
      { file: 'templates/brief/brief.hbs', line: 1, column: 3 },
    ]);
  });
});

describe('the build', () => {
  beforeAll(ensureBuilt, 120_000);

  it.each(shipped.formats.map((format) => ({ id: format.id, format })))(
    'has compiled $id as it is',
    ({ id, format }) => {
      const file = path.join(root, 'dist', 'templates', `${id}.cjs`);
      const built = createRequire(file)(file) as Precompiled;

      expect(built.source).toBe(precompiled(format).precompiled?.source);
      expect(built.manifest).toBe(readFileSync(path.join(root, 'templates', id, 'template.yaml'), 'utf8'));
      expect(Object.keys(built.programs)).toEqual(Object.keys(format.templates));
    },
  );
});
