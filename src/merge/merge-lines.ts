import { hasConflictMarkers } from './conflict.js';
import { linesOf, withEndingsOf } from './lines.js';
import type { MergedText, Texts } from './merged-text.js';
import { normalForm } from './normal-form.js';
import type { MergedBlock, MergeType } from './plan.js';
import { mergedUnits, type Unit } from './three-way.js';

/** Merges a text line by line: all of it or nothing, for half of two versions would be a file that nobody wrote. */
export function mergeLines(
  texts: Texts,
  how: { readonly type: MergeType; readonly stillParses: (text: string) => boolean },
): MergedText {
  const forms = {
    base: normalForm(texts.base, how.type),
    mine: normalForm(texts.mine, how.type),
    generated: normalForm(texts.generated, how.type),
  };
  const newBase = texts.generated;
  if (forms.mine === forms.generated) return { forms, newBase, blocks: [whole('generated', '')] };
  if (hasConflictMarkers(texts.mine)) return clash(texts, forms, 'conflict markers are still in this file');
  if (forms.base === forms.generated)
    return { forms, newBase, blocks: [whole('kept-mine', 'you changed this, the answers did not')] };
  if (forms.base === forms.mine) {
    const text = withEndingsOf(texts.mine, texts.generated);
    return { forms, newBase, text, blocks: [whole('generated', 'taken from the answers')] };
  }
  const text = mergedLines(texts);
  if (text === undefined)
    return clash(texts, forms, 'you changed lines that the answers changed too; yours stay');
  if (!how.stillParses(text)) return clash(texts, forms, 'both edits together do not parse; yours stays');
  return { forms, newBase, text, blocks: [whole('merged', 'your lines and the new ones are both in')] };
}

function mergedLines({ base, mine, generated }: Texts): string | undefined {
  const merged = mergedUnits(units(base), units(mine), units(generated));
  return merged === undefined ? undefined : withEndingsOf(mine, `${merged.join('\n')}\n`);
}

function units(text: string): readonly Unit[] {
  return linesOf(text).map((line) => ({ raw: line, normal: line.trimEnd() }));
}

function whole(state: MergedBlock['state'], note: string): MergedBlock {
  return { key: 'file', state, note, changes: state === 'merged' || note === 'taken from the answers' };
}

/** The person's file stays, and so does the old base: the conflict is there until it is resolved. */
function clash(texts: Texts, forms: MergedText['forms'], note: string): MergedText {
  const block = { ...whole('conflict', note), yours: texts.mine, generated: texts.generated };
  return { forms, newBase: texts.base, blocks: [block] };
}
