import { describe, expect, it } from 'vitest';
import { tidy } from '../../src/bank/quantity/tidy.js';

describe('what was typed', () => {
  it.each([
    ['about 40 rps', 'about'],
    ['around 40 rps', 'around'],
    ['approx 40 rps', 'approx'],
    ['approx. 40 rps', 'approx.'],
    ['approximately 40 rps', 'approximately'],
    ['roughly 40 rps', 'roughly'],
    ['circa 40 rps', 'circa'],
    ['ca 40 rps', 'ca'],
    ['ca. 40 rps', 'ca.'],
    ['some 40 rps', 'some'],
    ['nearly 40 rps', 'nearly'],
    ['almost 40 rps', 'almost'],
    ['up to 40 rps', 'up to'],
    ['at most 40 rps', 'at most'],
    ['At Least 40 rps', 'At Least'],
    ['max 40 rps', 'max'],
    ['max. 40 rps', 'max.'],
    ['maximum 40 rps', 'maximum'],
    ['min. 40 rps', 'min.'],
    ['minimum 40 rps', 'minimum'],
    ['less than 40 rps', 'less than'],
    ['more than 40 rps', 'more than'],
    ['fewer than 40 rps', 'fewer than'],
    ['under 40 rps', 'under'],
    ['below 40 rps', 'below'],
    ['over 40 rps', 'over'],
    ['within 40 rps', 'within'],
    ['~40 rps', '~'],
    ['~~ 40 rps', '~~'],
    ['≈40 rps', '≈'],
    ['<40 rps', '<'],
    ['<= 40 rps', '<='],
    ['> 40 rps', '>'],
    ['>=40 rps', '>='],
    ['≤ 40 rps', '≤'],
    ['≥40 rps', '≥'],
    ['40 rps (approx)', '(approx)'],
    ['40 rps (approx.)', '(approx.)'],
    ['40 rps (max)', '(max)'],
    ['40 rps (max.)', '(max.)'],
    ['40 rps (estimate)', '(estimate)'],
    ['40 rps (estimated)', '(estimated)'],
    ['40 rps or less', 'or less'],
    ['40 rps or more', 'or more'],
    ['40 rps or fewer', 'or fewer'],
    ['40 rps or so', 'or so'],
    ['40 rps at most', 'at most'],
    ['40 rps at least', 'at least'],
    ['40 rps max', 'max'],
    ['40 rps maximum', 'maximum'],
    ['40 rps tops', 'tops'],
    ['40 rps approximately', 'approximately'],
    ['40 rps approx', 'approx'],
    ['40 rps approx.', 'approx.'],
    ['40 rps roughly', 'roughly'],
    ['40 rps ish', 'ish'],
  ])('%j is kept without %j', (typed, word) => {
    expect(tidy(typed)).toEqual({ text: '40 rps', dropped: [word] });
  });

  it('loses two words at each end, and no more', () => {
    expect(tidy('about ~40 rps or so max')).toEqual({
      text: '40 rps',
      dropped: ['about', '~', 'max', 'or so'],
    });
    expect(tidy('about about about 40 rps')).toEqual({ text: 'about 40 rps', dropped: ['about', 'about'] });
    expect(tidy('40 rps max max max')).toEqual({ text: '40 rps max', dropped: ['max', 'max'] });
  });

  it('loses the marks of a sentence without a word', () => {
    expect(
      ['40 rps.', '40 rps!', '40 rps;', '40 rps,', '=40 rps', 'every 40 rps', 'Every 40 rps'].map(tidy),
    ).toEqual(Array.from({ length: 7 }, () => ({ text: '40 rps', dropped: [] })));
  });

  it('keeps what is a word by itself, or a part of one', () => {
    const same = [
      'about',
      'max',
      '~',
      'aboutx 4',
      'camel 4',
      'someone',
      'maximal 4',
      'priorish 4',
      '4 climax',
      '4 xtops',
    ];
    expect(same.map((text) => tidy(text))).toEqual(same.map((text) => ({ text, dropped: [] })));
  });

  it.each([
    ['  40\t rps\n', '40 rps'],
    ['40\u00a0rps', '40 rps'],
    ['４０ rps', '40 rps'],
    ['٤٠ rps', '40 rps'],
    ['०१२३४५६७८९', '0123456789'],
    ['99٫5 %', '99.5 %'],
    ['1٬200', '1,200'],
    ['1’200', "1'200"],
    ['1‘200', "1'200"],
    ['1`200', "1'200"],
    ['−5 s', '-5 s'],
    ['10–20', '10-20'],
    ['10—20', '10-20'],
    ['5 \u200bms', '5 ms'],
    ['5\ufe0f ms', '5 ms'],
    ['５ ㎒', '5 MHz'],
    ['', ''],
    [' ', ''],
  ])('%j is %j in plain characters', (typed, text) => {
    expect(tidy(typed)).toEqual({ text, dropped: [] });
  });

  it.each([
    ['a minute', '1 minute'],
    ['An hour', '1 hour'],
    ['one day', '1 day'],
    ['two days', '2 days'],
    ['three days', '3 days'],
    ['four days', '4 days'],
    ['five days', '5 days'],
    ['six days', '6 days'],
    ['seven days', '7 days'],
    ['eight days', '8 days'],
    ['nine days', '9 days'],
    ['ten days', '10 days'],
    ['eleven days', '11 days'],
    ['twelve days', '12 days'],
    ['fifteen days', '15 days'],
    ['twenty days', '20 days'],
    ['thirty days', '30 days'],
    ['forty days', '40 days'],
    ['fifty days', '50 days'],
    ['sixty days', '60 days'],
    ['ninety days', '90 days'],
    ['a dozen pods', '12 pods'],
    ['dozen pods', '12 pods'],
    ['a hundred pods', '100 pods'],
    ['one hundred pods', '100 pods'],
    ['half hour', '0.5 hour'],
    ['half a day', '0.5 day'],
    ['half an hour', '0.5 hour'],
    ['a quarter of an hour', '0.25 hour'],
    ['zero', '0'],
    ['Zero pods', '0 pods'],
  ])('%j is %j in digits', (typed, text) => {
    expect(tidy(typed)).toEqual({ text, dropped: [] });
  });

  it.each(['three nines', 'three and a half nines', 'two 9s', 'x two', 'twofold', 'ten-fold', 'half-way'])(
    '%j stays in words',
    (typed) => {
      expect(tidy(typed)).toEqual({ text: typed, dropped: [] });
    },
  );
});
