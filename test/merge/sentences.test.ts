import { describe, expect, it } from 'vitest';
import { sentencesOf } from '../../src/merge/sentences.js';

const cut = (first: string, second: string): void => {
  expect(sentencesOf(`${first} ${second}`)).toEqual([first, second]);
};
const whole = (text: string): void => {
  expect(sentencesOf(text)).toEqual([text]);
};

describe('where a sentence ends', () => {
  it.each(['It stops.', 'Does it stop?', 'It stops!', 'It stops…', 'It took 5.', 'It stops...'])(
    'is a stop: %s',
    (first) => {
      cut(first, 'Then it starts.');
    },
  );

  it.each(['(It stops.)', '"It stops."', '“It stops.”', '[It stops!]', '**It stops.**', '_It stops?_'])(
    'is behind what closes after the stop: %s',
    (first) => {
      cut(first, 'Then it starts.');
    },
  );

  it.each([
    "'It' starts.",
    '**It** starts.',
    '_It_ starts.',
    '<It> starts.',
    '`it` starts.',
    '**`it`** starts.',
    'Ärger starts.',
    '"It" starts.',
    '“It” starts.',
    '(It starts.)',
    '[It](a.md) starts.',
  ])('is before a capital or code: %s', (second) => {
    cut('One stops.', second);
  });

  it.each(['it starts.', '2 start.', '- It starts.', '**it** starts.', '§ It starts.'])(
    'is not before anything else: %s',
    (second) => {
      whole(`One stops. ${second}`);
    },
  );

  it('needs a blank or a line break behind it', () => {
    whole('See example.Org now.');
    expect(sentencesOf('One.\nTwo.\t Three.')).toEqual(['One.', 'Two.', 'Three.']);
    whole('One, Two; Three: Four');
  });

  it('leaves the line breaks inside a sentence and the blanks around it alone or out', () => {
    expect(sentencesOf('  One\ntwo.  Three\n four. ')).toEqual(['One\ntwo.', 'Three\n four.']);
    expect([sentencesOf(''), sentencesOf(' \n ')]).toEqual([[], []]);
  });
});

describe('where a stop ends no sentence', () => {
  it.each([
    ...['Keep data, e.g. Orders and users.', 'Keep data, i.e. Orders and users.', 'E.g. Orders are kept.'],
    ...['It logs users, orders etc. Nothing else.', 'Speed vs. Safety is open.', 'Orders, cf. Annex.'],
    ...['It takes approx. Two hours.', 'Built ca. May this year.', 'Take no. Five.', 'Take nr. Five.'],
    ...['See fig. Three.', 'See sec. Two.', 'See ch. Two.', 'See vol. Two.', 'See pp. Two.'],
    ...['By Knuth, ed. Smith.', 'By Knuth, eds. Smith and Lee.', 'By Knuth et al. Springer.'],
    ...['Ask Dr. Smith.', 'Ask Mr. Smith.', 'Ask Mrs. Smith.', 'Ask Ms. Smith.', 'Ask Prof. Smith.'],
    ...['In St. Gallen.', 'Acme Inc. Pays.', 'Acme Ltd. Pays.', 'Acme Co. Pays.', 'Acme Corp. Pays.'],
    ...['Legal dept. Approves.', 'Since est. May.', 'At min. Two.', 'At max. Two.', 'At avg. Two.'],
    ...['All incl. Tax.', 'All excl. Tax.', 'Users resp. Orders.'],
  ])('is an abbreviation: %s', (text) => {
    whole(text);
  });

  it('is behind an initial, alone or with others', () => {
    whole('Ask J. Smith about it.');
    whole('Hosted in the U.S. East region.');
    whole('The plan B. Everything else fails.');
  });

  it('is not a word that only ends like an abbreviation, a figure, or another sign', () => {
    cut('It is a bold.', 'Then it starts.');
    cut('That is phase 2.', 'Then it starts.');
    cut('See Dr!', 'Smith is in.');
    cut('Is it J?', 'Smith is in.');
    cut('Of node a1.', 'Then it starts.');
  });

  it('knows a long word before the stop, and one at the very start', () => {
    cut('Donaudampfschifffahrtsgesellschaft.', 'Then it starts.');
    whole('Dr. Smith is asked before anything else is done.');
    cut('A first part of some length stands before this stop, and then etc. Again.', 'Then it starts.');
  });
});

describe('what stands inside a sentence', () => {
  it.each([
    'Run `stop. Then start` twice.',
    'Run ``stop. `Then` start`` twice.',
    'It stops (at once. Then it starts) and goes on.',
    'It stops [at once. Then it starts] and goes on.',
    'It says "Stop. Then start" and goes on.',
    'It says “Stop. Then start” and goes on.',
  ])('is not cut: %s', (text) => {
    whole(text);
    cut(text, 'Another follows.');
  });

  it('ends the sentence around it when its own last sign does', () => {
    cut('(It stops. Then it waits.)', 'Then it starts.');
    cut('It says "Stop!"', 'Then it starts.');
    whole('It says "Stop" Then it starts.');
    whole('It has () Nothing.');
    cut('Is it "?"', 'Then it starts.');
  });

  it('is cut as any other text when it is not closed', () => {
    cut('It stops (at once.', 'Then it starts.');
    cut('It says "Stop.', 'Then it starts.');
    cut('It runs `stop.', 'Then it starts.');
  });
});
