import { radiusParts, radiusText, type Runner, type Surveyed } from '../runner/index.js';
import type { Held } from './held.js';

/** What writing the documents now would change, kind by kind. */
export async function changesLines({ runner }: Held): Promise<readonly string[]> {
  const surveyed = await surveyedBy(runner);
  switch (surveyed?.type) {
    case undefined:
    case 'looking':
    case 'never-rendered':
      return ['Nothing was written yet; finishing writes every document for the first time.'];
    case 'refused':
      return ['The documents cannot be compared.', surveyed.message];
    case 'seen':
      return [
        `${radiusText(surveyed.radius)}.`,
        ...radiusParts(surveyed.radius).flatMap(({ title, lines }) => [
          `${title}:`,
          ...lines.map((line) => `  ${line}`),
        ]),
      ];
  }
}

/** The same in one line, once there are documents. */
export async function writingLine({ runner, talk }: Held): Promise<readonly string[]> {
  const surveyed = await surveyedBy(runner);
  const word = talk.mode === 'inline' ? '/changes' : 'changes';
  return surveyed?.type === 'seen' ? [`${radiusText(surveyed.radius)}; ${word} shows it.`] : [];
}

/** Waits until the documents have been looked at. */
async function surveyedBy(runner: Runner): Promise<Surveyed | undefined> {
  runner.survey();
  const { surveyed } = runner.scene();
  if (surveyed?.type !== 'looking') return surveyed;
  return new Promise((resolve) => {
    const stop = runner.subscribe(() => {
      const now = runner.scene().surveyed;
      if (now?.type === 'looking') return;
      stop();
      resolve(now);
    });
  });
}
