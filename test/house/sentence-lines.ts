import { isTable, type SentencePattern } from '../../src/bank/index.js';
import { documentOf, readShipped, strongAnswers } from '../render/shipped.js';

type Shipped = ReturnType<typeof readShipped>['bank'];
type Saved = ReturnType<typeof strongAnswers>;

/** Every answer by its strong example, and one more interview for each option that has sentences of its own. */
function interviews(bank: Shipped): readonly Saved[] {
  const strong = strongAnswers(bank);
  const options = bank.questions.flatMap((question) =>
    question.kind === 'choice' || question.kind === 'many'
      ? (question.options ?? [])
          .filter(({ says }) => (says ?? []).length > 0)
          .map(({ id }) => ({ question, id }))
      : [],
  );
  const instead = options.map(({ question, id }): Saved => {
    const raw = question.kind === 'many' ? [id] : id;
    return { ...strong, answers: new Map([...strong.answers, [question.id, { status: 'answered', raw }]]) };
  });
  return [strong, ...instead];
}

/** Every sentence and proof that the shipped banks make of their strong examples, and every pattern that none of them fills. */
export function sentenceLines(root: string, section?: string): string {
  const { bank } = readShipped(root);
  const told = new Map<string, string>();
  for (const saved of interviews(bank))
    for (const { id, text, proof } of documentOf(bank, saved).requirements)
      told.set(`${id} ${text}`, `${id} ${text}${proof === '' ? '' : `\n    ${proof}`}`);
  const wanted = bank.sections.filter(({ id }) => section === undefined || id === section);
  return wanted
    .flatMap(({ id, code }) => {
      const said = [...told].filter(([key]) => key.startsWith(`REQ-${code}-`)).map(([, line]) => line);
      const numbers = new Set(said.map((line) => line.split(/[.\s]/, 1)[0]));
      const unfilled = patternsOf(bank, id)
        .filter(({ number }) => !numbers.has(`REQ-${code}-${String(number).padStart(3, '0')}`))
        .map(({ number, while: state, event, if: when, shall }) =>
          [`not filled: ${code} ${String(number)}`, state, event, when, shall]
            .filter((part) => part !== undefined)
            .join(' | '),
        );
      return [`# ${id}`, ...said.sort(), ...unfilled, ''];
    })
    .join('\n');
}

function patternsOf(bank: Shipped, section: string): readonly SentencePattern[] {
  return bank.questions
    .filter((question) => question.section === section)
    .flatMap((question) => {
      const shapes = isTable(question) ? question.columns : [question];
      const options = shapes.flatMap((shape) => ('options' in shape ? (shape.options ?? []) : []));
      return [...question.says, ...options.flatMap(({ says }) => says ?? [])];
    });
}
