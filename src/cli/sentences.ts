import type { Value } from '../bank/index.js';
import type { Situation } from '../interview/index.js';
import type { Sentencer } from '../runner/index.js';
import { questionRequirements } from '../spec/index.js';

/** Finds the requirement sentences an answer feeds, as they would be printed now. */
export const sentencesFor: Sentencer = ({ session, situation }, question, value) => {
  const seen = value === undefined ? situation : withValue(situation, question, value);
  return questionRequirements({ session, situation: seen, bank: session.bank }, question).map(
    ({ id, text }) => ({ id, text }),
  );
};

function withValue(situation: Situation, question: string, value: Value): Situation {
  const { view, item } = situation;
  return {
    ...situation,
    view: { ...view, value: (id) => (id === question ? value : view.value(id)) },
    item: (id) => {
      const known = item(id);
      return id === question && known !== undefined ? { ...known, state: 'answered', value } : known;
    },
  };
}
