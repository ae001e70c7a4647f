import fc from 'fast-check';

type Prose = { readonly kind: 'prose'; readonly sentences: readonly string[] };
type Item = { readonly kind: 'item'; readonly id: string; readonly sentences: readonly string[] };
type Table = { readonly kind: 'table'; readonly rows: readonly (readonly [string, string])[] };
type Part = Prose | Item | Table;
type Section = { readonly title: string; readonly parts: readonly Part[] };

/** A random spec as data. */
export type RandomSpec = readonly Section[];

/** Draws numbers below a bound. */
export type Draw = (below: number) => number;

const WORDS = ['order', 'queue', 'store', 'mail', 'bank', 'clock', 'user', 'limit', 'token', 'replica'];

/** Draws the choices a random case is made of, and shrinks them. */
export const choices = fc.array(fc.nat({ max: 9999 }), { minLength: 40, maxLength: 120 });

/** Turns drawn numbers into choices; when they run out the first choice is taken. */
export function drawFrom(numbers: readonly number[]): Draw {
  let at = 0;
  return (below) => {
    const number = numbers[at] ?? 0;
    at += 1;
    return number % below;
  };
}

/** Makes a spec in which no two sentences are the same. */
export function randomSpec(draw: Draw): RandomSpec {
  let count = 0;
  const sentence = (): string => {
    count += 1;
    return `The ${WORDS[draw(WORDS.length)]!} keeps promise ${count} of the ${WORDS[draw(WORDS.length)]!}.`;
  };
  const sentences = (): readonly string[] => Array.from({ length: 1 + draw(4) }, sentence);
  const part = (place: string, index: number): Part => {
    switch (draw(4)) {
      case 0:
      case 1:
        return { kind: 'item', id: `REQ-${place}-${String(index).padStart(3, '0')}`, sentences: sentences() };
      case 2:
        return { kind: 'prose', sentences: sentences() };
      default:
        return {
          kind: 'table',
          rows: Array.from({ length: 1 + draw(3) }, (_, row) => [`row ${row}`, sentence()]),
        };
    }
  };
  return Array.from({ length: 1 + draw(3) }, (_, index) => ({
    title: `Chapter ${index}`,
    parts: Array.from({ length: 1 + draw(5) }, (_unused, place) => part('ABC'[index]!, place)),
  }));
}

/** Writes a spec in canonical form. */
export function written(spec: RandomSpec): string {
  const sections = spec.map(({ title, parts }) => `## ${title}\n\n${partsText(parts)}`);
  return `# Spec\n\n${sections.join('\n')}`;
}

function partsText(parts: readonly Part[]): string {
  return parts
    .map((part, index) => {
      const tight = part.kind === 'item' && parts[index + 1]?.kind === 'item';
      return `${partText(part)}${tight ? '' : '\n'}`;
    })
    .join('');
}

function partText(part: Part): string {
  switch (part.kind) {
    case 'prose':
      return `${part.sentences.join('\n')}\n`;
    case 'item':
      return `- ${part.id === '' ? '' : `\`${part.id}\` `}${part.sentences.join('\n  ')}\n`;
    case 'table':
      return `| Name | Says |\n| --- | --- |\n${part.rows.map((row) => `| ${row.join(' | ')} |\n`).join('')}`;
  }
}

/** Changes a spec as a person or a new answer would: each new sentence says `by` and a number. */
export function changed(spec: RandomSpec, draw: Draw, by: string): RandomSpec {
  let count = 0;
  const mark = (): string => {
    count += 1;
    return `${by}${count}`;
  };
  let result = spec;
  for (let times = 1 + draw(4); times > 0; times -= 1) result = changedOnce(result, draw, mark);
  return result;
}

function changedOnce(spec: RandomSpec, draw: Draw, mark: () => string): RandomSpec {
  if (spec.length === 0) return spec;
  const at = draw(spec.length);
  const section = spec[at]!;
  const others = spec.filter((_, index) => index !== at);
  switch (draw(12)) {
    case 0:
      return [...others, section];
    case 1:
      return others;
    case 2:
      return [
        ...spec.slice(0, at),
        { title: `Notes ${mark()}`, parts: [{ kind: 'prose', sentences: [`It is ${mark()}.`] }] },
        ...spec.slice(at),
      ];
    case 3:
      return spec.with(at, { ...section, title: `${section.title} ${mark()}` });
    default:
      return spec.with(at, { ...section, parts: partsChanged(section.parts, draw, mark) });
  }
}

function partsChanged(parts: readonly Part[], draw: Draw, mark: () => string): readonly Part[] {
  const at = draw(Math.max(1, parts.length));
  const part = parts[at];
  const added: readonly Part[] = [
    { kind: 'prose', sentences: [`Nobody knew ${mark()}.`] },
    { kind: 'item', id: '', sentences: [`One more is ${mark()}.`] },
    {
      kind: 'item',
      id: `REQ-${mark().toUpperCase().replace(/\d/g, '')}-00${draw(9)}`,
      sentences: [`It SHALL be ${mark()}.`],
    },
  ];
  const kind = draw(10);
  if (part === undefined || kind < 2) return [...parts.slice(0, at), added[draw(3)]!, ...parts.slice(at)];
  if (kind === 2) return parts.filter((_, index) => index !== at);
  if (kind === 3) return [...parts.filter((_, index) => index !== at), part];
  return parts.with(at, partChanged(part, draw, mark));
}

function partChanged(part: Part, draw: Draw, mark: () => string): Part {
  if (part.kind === 'table') {
    const at = draw(part.rows.length);
    const row = part.rows[at]!;
    const kind = draw(4);
    if (kind === 0 && part.rows.length > 1)
      return { ...part, rows: part.rows.filter((_, index) => index !== at) };
    if (kind === 1) return { ...part, rows: [...part.rows, [`row ${mark()}`, `It is ${mark()}.`]] };
    return { ...part, rows: part.rows.with(at, [row[0], `${row[1].slice(0, -1)} ${mark()}.`]) };
  }
  const at = draw(part.sentences.length);
  const sentence = part.sentences[at]!;
  const kind = draw(5);
  if (kind === 0 && part.sentences.length > 1)
    return { ...part, sentences: part.sentences.filter((_, index) => index !== at) };
  if (kind === 1)
    return { ...part, sentences: part.sentences.toSpliced(at, 0, `Besides there is ${mark()}.`) };
  if (kind === 2) return { ...part, sentences: part.sentences.with(at, `All is ${mark()}.`) };
  return { ...part, sentences: part.sentences.with(at, `${sentence.slice(0, -1)} ${mark()}.`) };
}
