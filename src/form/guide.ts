import { coachAnswer, learningReport, reportParts } from '../analysis/index.js';
import { labelOf, valueText, type Question } from '../bank/index.js';
import { answerOf, sameValue, type AskingStep } from '../interview/index.js';
import type { Scene } from '../runner/index.js';
import { whereOf } from './form-view.js';
import { withNotice, type FormOptions, type FormState, type World } from './state.js';
import { askingStep } from './step-draft.js';
import type { WhyPart } from './view.js';

const FIGURES = 3;
const SENTENCES = 3;

/** Lays what a newcomer should read over the screen: what an answer changed, what goes wrong in the section that begins, the report. */
export function guided(before: Scene, state: FormState, world: World): FormState {
  if (!state.guide.on || state.scene === before) return withOpening(state, world);
  const step = askingStep(before);
  const said = step?.type === 'ask' ? answerParts(before, state.scene, { step, options: world.options }) : [];
  const told = said.length > 0 && state.overlay.type === 'none' ? withParts(state, said) : state;
  const isOver = state.scene.step.type === 'finished' && before.step.type !== 'finished';
  return isOver ? withParts(told, reportOf(state.scene, world.options)) : withOpening(told, world);
}

/** Before the first question of a section that was not told yet: what goes wrong there; never over a dialog. */
export function withOpening(state: FormState, { options }: World): FormState {
  const { type } = state.overlay;
  const isFree = type === 'none' || type === 'guide';
  const under = { ...state, overlay: { type: 'none' } as const };
  if (!state.guide.on || !isFree || whereOf(under) !== 'ask') return state;
  const { section } = state.scene.progress;
  if (section === '' || state.guide.told.has(section)) return state;
  const told = { ...state, guide: { ...state.guide, told: new Set([...state.guide.told, section]) } };
  return withParts(told, openingParts(state.scene, section, options));
}

function withParts(state: FormState, parts: readonly WhyPart[]): FormState {
  if (parts.length === 0) return state;
  const before = state.overlay.type === 'guide' ? state.overlay.parts : [];
  return { ...state, overlay: { type: 'guide', from: 0, parts: [...before, ...parts] } };
}

function openingParts({ session }: Scene, id: string, { incident }: FormOptions): readonly WhyPart[] {
  const section = session.bank.section(id);
  if (section?.opening === undefined) return [];
  const { failure, says, incident: name } = section.opening;
  const known = incident?.(name);
  const story =
    known === undefined
      ? []
      : [`${known.org}, ${String(known.year)}: ${known.title}. ${known.story}`, known.lesson];
  return [
    { title: `${section.title}: ${failure.charAt(0).toLowerCase()}${failure.slice(1)}`, lines: [says] },
    ...(story.length === 0 ? [] : [{ title: 'It happened', lines: story }]),
  ];
}

type Said = { readonly step: Extract<AskingStep, { type: 'ask' }>; readonly options: FormOptions };

/** What the coach says to an answer that was given just now, and what it changed; nothing when it is as it was. */
function answerParts(before: Scene, now: Scene, { step, options }: Said): readonly WhyPart[] {
  const { question } = step.item;
  const answer = answerOf(now.session, question.id);
  if (answer === undefined || sameValue(answerOf(before.session, question.id), answer)) return [];
  const text = answer.value === undefined ? answer.status : valueText(question, answer.value);
  const coach = coachAnswer(question, answer, now.session.bank).map((line) => line.text);
  const changed = changeLines(before, now, { question, options });
  return [
    { title: `Your answer to “${labelOf(question)}”`, lines: [short(text), ...coach] },
    { title: 'What your answer changed', lines: changed.length === 0 ? [NOTHING_YET] : changed },
  ];
}

const NOTHING_YET = 'No sentence of its own: other questions, checks and sentences read it.';

const short = (text: string): string => {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > 160 ? `${line.slice(0, 157)}...` : line;
};

type Changed = { readonly question: Question; readonly options: FormOptions };

function changeLines(before: Scene, now: Scene, { question, options }: Changed): readonly string[] {
  const sentences = (scene: Scene) =>
    (options.sentencesFor?.(scene, question.id) ?? []).map(({ id, text }) => `${id}: ${text}`);
  const figures = (scene: Scene) =>
    [...scene.facts.values()].flat().map(({ title, text, formula }) => `${title}: ${text} (${formula})`);
  return [
    ...fresh(sentences(before), sentences(now)).slice(0, SENTENCES),
    ...fresh(figures(before), figures(now)).slice(0, FIGURES),
    ...(now.notice === undefined ? [] : [now.notice]),
    ...fresh(titles(before), titles(now)),
  ];
}

const titles = ({ analysis }: Scene): readonly string[] =>
  analysis.findings.map(({ title, why }) => `${title}. ${why}`);

const fresh = (before: readonly string[], now: readonly string[]): readonly string[] =>
  now.filter((text) => !before.includes(text));

function reportOf({ session, situation, analysis }: Scene, { incident }: FormOptions): readonly WhyPart[] {
  const find = (id: string) => incident?.(id);
  return reportParts(learningReport({ bank: session.bank, situation, analysis, incident: find }));
}

/** Turns guided mode on or off in the middle of an interview. */
export function toggledGuide(state: FormState): FormState {
  const on = !state.guide.on;
  return withNotice(
    { ...state, guide: { ...state.guide, on } },
    on
      ? 'Guided mode: reasons, examples and a coach. Alt+G turns it off.'
      : 'Guided mode is off. Alt+G turns it on again.',
  );
}
