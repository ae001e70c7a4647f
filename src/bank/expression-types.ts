import type { JoinedBank } from './bank.js';
import type { TableQuestion } from './question.js';

/** What a condition may read: the questions and facts of the joined bank, and a row where it stands over a table. */
export type ConditionTypes = Pick<JoinedBank, 'question' | 'questions' | 'facts' | 'lexicons'> & {
  readonly row?: TableQuestion;
};
