import { DEPTHS, type Depth } from '../bank/index.js';
import { err, ok, type Problem, type Result } from '../kernel/index.js';
import { parseTheme, type ThemeChoice } from './choose-theme.js';
import { isOn, textOption, textsOption, type Given } from './command.js';

/** What `new` and `resume` were asked to do. */
export type InterviewOptions = {
  readonly name: string | undefined;
  readonly depth: Depth | undefined;
  readonly sets: readonly (readonly [string, string])[];
  readonly answerFiles: readonly string[];
  readonly formats: readonly string[] | undefined;
  readonly dir: string | undefined;
  readonly notes: string | undefined;
  readonly theme: ThemeChoice | undefined;
  readonly plain: boolean;
  readonly guided: boolean;
  readonly yes: boolean;
  readonly ai: boolean;
};

/** Reads the options of an interview; every wrong one is a problem. */
export function parseInterviewOptions(given: Given): Result<InterviewOptions> {
  const depth = parseDepth(textOption(given, 'depth'));
  const sets = textsOption(given, 'set').map(parseSet);
  const theme = parseTheme(textOption(given, 'theme'));
  const problems = [
    ...(depth.ok ? [] : depth.error),
    ...(theme.ok ? [] : theme.error),
    ...sets.flatMap((set) => (set.ok ? [] : set.error)),
  ];
  if (problems.length > 0 || !depth.ok || !theme.ok) return err(problems);
  const name = given.words.join(' ').trim();
  const short: readonly (readonly [string, string])[] = [
    ...pair('arc.archetypes', textOption(given, 'archetype')),
    ...pair('arc.tier', textOption(given, 'tier')),
  ];
  return ok({
    name: name === '' ? undefined : name,
    depth: depth.value,
    sets: [...short, ...sets.flatMap((set) => (set.ok ? [set.value] : []))],
    answerFiles: textsOption(given, 'answers'),
    formats: listOption(given, 'format'),
    dir: textOption(given, 'dir'),
    notes: textOption(given, 'notes'),
    theme: theme.value,
    plain: isOn(given, 'plain'),
    guided: isOn(given, 'guided'),
    yes: isOn(given, 'yes'),
    ai: isOn(given, 'ai'),
  });
}

const pair = (id: string, value: string | undefined): readonly (readonly [string, string])[] =>
  value === undefined ? [] : [[id, value]];

/** Reads an option that lists ids, separated by commas or given several times; nothing when it was not given. */
export function listOption(given: Given, name: string): readonly string[] | undefined {
  const texts = textsOption(given, name);
  const ids = texts.flatMap((text) => text.split(',')).map((id) => id.trim());
  return texts.length === 0 ? undefined : [...new Set(ids.filter((id) => id !== ''))];
}

function parseDepth(text: string | undefined): Result<Depth | undefined> {
  if (text === undefined) return ok(undefined);
  const depth = DEPTHS.find((candidate) => candidate === text);
  return depth === undefined
    ? err([
        { code: 'unknown-depth', message: `${text} is not a depth.`, hint: 'Use quick, standard or deep.' },
      ])
    : ok(depth);
}

function parseSet(text: string): Result<readonly [string, string]> {
  const at = text.indexOf('=');
  const problem: Problem = {
    code: 'set-form',
    message: `--set ${text} has no value.`,
    hint: 'Write it as --set arc.tier=T1.',
  };
  return at <= 0 ? err([problem]) : ok([text.slice(0, at).trim(), text.slice(at + 1)]);
}
