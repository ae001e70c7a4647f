import { describe, expect, it } from 'vitest';
import type { Row, TableShape } from '../../src/bank/index.js';
import {
  clearDraft,
  createDraft,
  draftText,
  fieldView,
  holdsText,
  isDirty,
  labelWidth,
  pasteInto,
  readDraft,
  replaceDraftText,
  type Draft,
} from '../../src/form/draft.js';
import type { TableView } from '../../src/form/view.js';
import { aContext, enter, play, press, refs, result, type Played } from './press.js';

const shape: TableShape = {
  kind: 'table',
  key: 'name',
  columns: [
    { id: 'name', label: 'Name', kind: 'text', required: true, ask: 'row' },
    {
      ...{ id: 'needed', label: 'Needed', kind: 'choice', required: true, ask: 'row' },
      options: [
        { id: 'hard', label: 'Hard' },
        { id: 'soft', label: 'Soft' },
        { id: 'so-so', label: 'So so' },
      ],
    },
    {
      id: 'timeout',
      label: 'Time-out',
      kind: 'quantity',
      dimension: 'duration',
      required: false,
      ask: 'row',
    },
    { id: 'flow', label: 'Flow', kind: 'choice', of: 'ctx.flows', required: false, ask: 'row' },
    { id: 'p99', label: 'p99', kind: 'quantity', dimension: 'duration', required: false, ask: 'later' },
  ],
};

const redis: Row = { id: 'redis', cells: { name: 'Redis', needed: 'hard', timeout: '50 ms', p99: '5 ms' } };
const mail: Row = { id: 'mail', cells: { name: 'Mail', needed: 'soft' } };
const dns: Row = { id: 'dns', cells: { name: 'DNS', needed: 'hard' } };

const context = aContext({ rows: (table) => (table === 'ctx.flows' ? refs('Browse', 'Order') : []) });
const named = aContext({ ...context, references: (row) => (row === 'redis' ? 2 : 0) });

const made = (...rows: readonly Row[]): Draft => createDraft(shape, { value: rows, context });
const empty = (): Draft => createDraft(shape, { context });
const keys = (draft: Draft, names: string, within = context): Played => press(draft, names, within);

function viewOf(draft: Draft, room = { width: 60, rows: 12 }): TableView {
  const view = fieldView(draft, room, context);
  if (view.type !== 'table') throw new Error('not a table');
  return view;
}

function rowsOf(draft: Draft): readonly Row[] {
  if (draft.kind !== 'table') throw new Error('not a table');
  return draft.rows;
}

const ids = (draft: Draft): readonly string[] => rowsOf(draft).map(({ id }) => id);
const focusOf = (draft: Draft): string | undefined => viewOf(draft).rows.find((row) => row.focused)?.id;

describe('the rows of a table', () => {
  it('show the key first, the other cells beside it, and end with add and done', () => {
    const view = viewOf(made(redis, mail));
    expect(view.columns).toEqual(['Name', 'Needed', 'Time-out', 'Flow']);
    expect(view.rows.map(({ id, cells }) => [id, ...cells])).toEqual([
      ['redis', 'Redis', 'Hard', '50 ms', ''],
      ['mail', 'Mail', 'Soft', '', ''],
      ['+add', 'add a row'],
      ['+done', 'done'],
    ]);
    expect(view.title).toBe('2 rows');
  });

  it('record nothing by Enter alone: an empty table begins with adding', () => {
    const played = keys(empty(), 'enter enter enter');
    expect(played.outcomes.some(({ type }) => type === 'submit')).toBe(false);
    expect(rowsOf(played.draft)).toEqual([]);
  });

  it('end with done: no rows are an answer when none are needed', () => {
    expect(result(keys(empty(), 'down enter'))).toEqual([]);
    expect(readDraft(empty(), context)).toEqual({ type: 'empty' });
    expect(result(keys(made(redis), 'end enter'))).toEqual([redis]);
  });

  it('are counted when they are done', () => {
    const two = createDraft({ ...shape, min_rows: 2 }, { value: [redis], context });
    expect(result(keys(two, 'end enter'))).toEqual({
      refused: 'There is 1 row; at least 2 must be named.',
    });
  });

  it('are moved, duplicated and deleted, and undo brings each back', () => {
    const three = made(redis, mail, dns);
    expect(ids(keys(three, 'home J').draft)).toEqual(['mail', 'redis', 'dns']);
    expect(ids(keys(three, 'home alt-down alt-down alt-down').draft)).toEqual(['mail', 'dns', 'redis']);
    expect(ids(keys(three, 'home down K').draft)).toEqual(['mail', 'redis', 'dns']);
    expect(ids(keys(three, 'home d').draft)).toEqual(['redis', 'redis-2', 'mail', 'dns']);
    expect(ids(keys(three, 'home x').draft)).toEqual(['mail', 'dns']);
    expect(ids(keys(three, 'home x d J ctrl-z ctrl-z ctrl-z').draft)).toEqual(['redis', 'mail', 'dns']);
    expect(ids(keys(three, 'home x ctrl-z ctrl-y').draft)).toEqual(['mail', 'dns']);
    expect(keys(three, 'ctrl-z').ignored).toHaveLength(1);
  });

  it('are not deleted unasked while other answers name them', () => {
    const asked = keys(made(redis, mail), 'home x', named);
    expect(ids(asked.draft)).toEqual(['redis', 'mail']);
    expect(viewOf(asked.draft).question).toBe(
      '2 other answers name Redis. Delete it and mark them stale? y/n',
    );
    expect(ids(keys(asked.draft, 'y', named).draft)).toEqual(['mail']);
    expect(viewOf(keys(asked.draft, 'enter', named).draft).question).toBe('');
    expect(ids(keys(asked.draft, 'n x y', named).draft)).toEqual(['mail']);
    expect(ids(keys(made(redis, mail), 'home down x', named).draft)).toEqual(['redis']);
  });

  it('leave help, Esc and Shift+Tab to the screen', () => {
    expect(keys(made(redis), '? escape shift-tab ctrl-o').ignored).toHaveLength(4);
  });

  it('name the row and the cell that is still missing when they are done', () => {
    const half: Row = { id: 'x', cells: { name: 'X' } };
    const played = keys(made(redis, half), 'end enter');
    expect(result(played)).toEqual({ refused: 'X: Needed is not answered yet.' });
    expect(focusOf(played.draft)).toBe('x');
  });

  it('name a reference whose row is gone', () => {
    const lost: Row = { id: 'x', cells: { name: 'X', needed: 'hard', flow: 'gone' } };
    expect(result(keys(made(lost), 'end enter'))).toEqual({
      refused: 'X: Flow names gone, which is no longer there.',
    });
  });

  it('scroll inside their room, a thousand of them', () => {
    const many = Array.from({ length: 1000 }, (_, n): Row => ({
      id: `r${String(n)}`,
      cells: { name: `R${String(n)}` },
    }));
    const view = viewOf(keys(made(...many), 'home down down').draft, { width: 40, rows: 8 });
    expect(view.rows).toHaveLength(8);
    expect(view.rows.find((row) => row.focused)?.id).toBe('r2');
    expect(view.above + view.rows.length + view.below).toBe(1002);
  });
});

describe('one row as a small form', () => {
  it('is stored from the last cell, with an id from its name', () => {
    const { draft } = keys(empty(), 'a Mail space provider enter 2 enter 2s enter enter');
    expect(rowsOf(draft)).toEqual([
      { id: 'mail-provider', cells: { name: 'Mail provider', needed: 'soft', timeout: '2 s' } },
    ]);
    expect(focusOf(draft)).toBe('+add');
  });

  it('is stored by Ctrl+S from any cell', () => {
    const { draft } = keys(empty(), 'a Mail tab soft ctrl-s');
    expect(rowsOf(draft)).toEqual([{ id: 'mail', cells: { name: 'Mail', needed: 'soft' } }]);
  });

  it('goes between its cells by Tab and Shift+Tab, and back to the rows before the first', () => {
    const focused = (draft: Draft): string | undefined =>
      viewOf(draft).fields.find((field) => field.focused)?.id;
    const { draft } = keys(empty(), 'a');
    expect(focused(draft)).toBe('name');
    expect(focused(keys(draft, 'tab tab').draft)).toBe('timeout');
    expect(focused(keys(draft, 'tab tab shift-tab').draft)).toBe('needed');
    expect(focused(keys(draft, 'tab tab tab tab').draft)).toBe('name');
    expect(viewOf(keys(draft, 'shift-tab').draft).mode).toBe('rows');
  });

  it('stays half written after Esc, and goes on there', () => {
    const left = keys(empty(), 'a Mail tab so escape').draft;
    expect(viewOf(left).rows[0]?.cells).toEqual(['go on with the new row']);
    expect(isDirty(left)).toBe(true);
    const done = keys(left, 'end enter');
    expect(result(done)).toEqual({ refused: 'A new row is half written.' });
    expect(rowsOf(keys(done.draft, 'enter ctrl-s').draft)).toMatchObject([{ cells: { name: 'Mail' } }]);
    expect(result(keys(left, 'x end enter'))).toEqual([]);
    expect(viewOf(keys(left, 'x ctrl-z').draft).rows[0]?.cells).toEqual(['go on with the new row']);
  });

  it('is forgotten when nothing was written into it', () => {
    const left = keys(empty(), 'a escape').draft;
    expect(isDirty(left)).toBe(false);
    expect(result(keys(left, 'end enter'))).toEqual([]);
  });

  it('names what is missing, keeps what was written, and goes to the cell', () => {
    const played = keys(empty(), 'a tab tab 5s ctrl-s');
    expect(result(played)).toEqual({ refused: 'Name is not answered yet.' });
    const { fields } = viewOf(played.draft);
    expect(fields.map(({ id, focused, text, error }) => [id, focused, text, error])).toEqual([
      ['name', true, '', 'Name is not answered yet.'],
      ['needed', false, '', 'Needed is not answered yet.'],
      ['timeout', false, '5s', ''],
      ['flow', false, '', ''],
    ]);
    expect(viewOf(keys(played.draft, 'M').draft).fields[0]?.error).toBe('');
  });

  it('keeps letters that fit no option, and says so', () => {
    const played = keys(empty(), 'a Mail tab 1 tab tab kiosk enter');
    expect(result(played)).toEqual({ refused: 'No option is picked by “kiosk”.' });
    expect(rowsOf(played.draft)).toEqual([]);
    expect(rowsOf(keys(played.draft, 'escape or enter').draft)).toHaveLength(1);
  });

  it('asks what an ambiguous quantity means, inside its cell', () => {
    const asked = keys(empty(), 'a Mail tab 1 tab 5 ctrl-s').draft;
    const cell = viewOf(asked).fields.find((field) => field.focused);
    expect(cell?.id).toBe('timeout');
    expect(cell?.picks.length).toBeGreaterThan(1);
    expect(rowsOf(keys(asked, '1 enter ctrl-s').draft)).toHaveLength(1);
  });

  it('edits a stored row without changing its id or the cells that are not shown', () => {
    const { draft } = keys(made(redis), 'home e ctrl-u Valkey ctrl-s');
    expect(rowsOf(draft)).toEqual([{ id: 'redis', cells: { ...redis.cells, name: 'Valkey' } }]);
    expect(focusOf(draft)).toBe('redis');
    expect(rowsOf(keys(draft, 'ctrl-z').draft)).toEqual([redis]);
  });

  it('empties a cell that was answered', () => {
    const { draft } = keys(made(redis), 'home enter tab tab ctrl-u ctrl-s');
    expect(rowsOf(draft)[0]?.cells).toEqual({ name: 'Redis', needed: 'hard', p99: '5 ms' });
  });

  it('picks references from the rows that exist, or asks for a new one', () => {
    const open = keys(empty(), 'a Mail tab 2 tab tab').draft;
    expect(
      viewOf(open)
        .fields.at(-1)
        ?.picks.map(({ label }) => label),
    ).toEqual(['Browse', 'Order', 'Add one']);
    expect(rowsOf(keys(open, 'or enter').draft)[0]?.cells).toMatchObject({ flow: 'order' });
    expect(keys(open, 'end enter').outcomes).toEqual([{ type: 'add-referenced', table: 'ctx.flows' }]);
  });

  it('keeps undo inside the row', () => {
    const open = keys(made(redis), 'home x a Mail').draft;
    const back = keys(open, 'ctrl-z ctrl-z ctrl-z');
    expect(back.ignored).toEqual([]);
    expect(rowsOf(back.draft)).toEqual([]);
    expect(viewOf(back.draft).fields[0]?.text).toBe('');
  });

  it('clears the cell that is typed into, and nothing else', () => {
    const open = keys(made(redis), 'a Mail').draft;
    expect(holdsText(open)).toBe(true);
    const cleared = clearDraft(open);
    expect(viewOf(cleared).fields[0]?.text).toBe('');
    expect(rowsOf(cleared)).toEqual([redis]);
    expect(holdsText(made(redis))).toBe(false);
    expect(viewOf(keys(cleared, 'ctrl-z').draft).fields[0]?.text).toBe('Mail');
  });

  it('fits its room: the focused cell and its options before the others', () => {
    const { fields } = viewOf(keys(empty(), 'a tab').draft, { width: 40, rows: 4 });
    const lines = fields.length + fields.reduce((sum, { picks }) => sum + picks.length, 0);
    expect(lines).toBeLessThanOrEqual(4);
    expect(fields.find((field) => field.focused)?.picks.length).toBe(3);
  });

  it('gives long labels at most a third of the width', () => {
    expect(labelWidth(['Name', 'Time-out'], 60)).toBe(8);
    expect(labelWidth(['日本語日本語日本語日本語日本語'], 60)).toBe(20);
  });
});

describe('a row on one line', () => {
  const line = (text: string, draft = empty()): Played => enter(keys(draft, '|').draft, text, context);

  it('is added by Enter, and the next one follows', () => {
    const played = line('Mail provider | soft | 2s | ord');
    expect(rowsOf(played.draft)).toEqual([
      {
        id: 'mail-provider',
        cells: { name: 'Mail provider', needed: 'soft', timeout: '2 s', flow: 'order' },
      },
    ]);
    expect(viewOf(played.draft)).toMatchObject({ mode: 'line', title: 'Name | Needed | Time-out | Flow' });
    const second = enter(played.draft, 'Mail provider | Hard', context).draft;
    expect(ids(second)).toEqual(['mail-provider', 'mail-provider-2']);
    expect(viewOf(keys(second, 'enter').draft).mode).toBe('rows');
  });

  it('points out the column that does not fit, and keeps the line', () => {
    const played = line('Mail | hardly | 2s');
    expect(played.outcomes).toMatchObject([
      { type: 'refused', problem: { message: expect.stringMatching(/^Needed: “hardly”/) as string } },
    ]);
    expect(viewOf(played.draft).line?.lines).toEqual(['Mail | hardly | 2s']);
    expect(viewOf(played.draft).line?.caret.column).toBe('Mail | hardly '.length);
    expect(rowsOf(played.draft)).toEqual([]);
  });

  it('says which option letters may mean', () => {
    expect(result(line('Mail | so'))).toEqual({ refused: 'Needed: “so” may be Soft or So so.' });
  });

  it('names a required cell that is empty, and a cell too many', () => {
    expect(result(line('Mail'))).toEqual({ refused: 'Needed: Nothing is written here yet.' });
    expect(result(line('a | hard | 2s | order | more'))).toEqual({
      refused: 'The line has 5 cells; a row has 4.',
    });
  });

  it('may hold plain bars, and bars at its ends', () => {
    expect(rowsOf(line('| a \\| b | hard |').draft)[0]?.cells).toEqual({ name: 'a | b', needed: 'hard' });
  });

  it('stays after Esc', () => {
    const left = keys(keys(empty(), '| Mail escape').draft, '|').draft;
    expect(viewOf(left).line?.lines).toEqual(['Mail']);
  });

  it('takes the last row back by undo', () => {
    const played = line('Mail | soft');
    expect(rowsOf(keys(played.draft, 'ctrl-z').draft)).toEqual([]);
  });
});

describe('a pasted table', () => {
  const paste = (text: string, draft = empty()): Played => {
    const { draft: next, outcome } = pasteInto(draft, text, context);
    return { draft: next, outcomes: outcome === undefined ? [] : [outcome], ignored: [] };
  };
  const both = [
    { id: 'redis', cells: { name: 'Redis', needed: 'hard', timeout: '50 ms' } },
    { id: 'mail', cells: { name: 'Mail', needed: 'soft', timeout: '2 s' } },
  ];

  it('becomes rows: Markdown, by the names of its columns', () => {
    const { draft, outcomes } = paste(
      '| Time-out | name | Vendor | needed |\n|---|:--|---|---|\n| 50ms | Redis | R | hard |\n| 2 s | Mail | M | Soft |\n',
    );
    expect(rowsOf(draft)).toEqual(both);
    expect(outcomes).toEqual([
      { type: 'notice', message: '2 rows added; not columns of this table: Vendor.' },
    ]);
  });

  it('becomes rows: TSV and CSV, with a header or by position', () => {
    expect(rowsOf(paste('Name\tNeeded\tTime-out\nRedis\thard\t50 ms\nMail\tsoft\t2 s').draft)).toEqual(both);
    expect(rowsOf(paste('Redis,hard,50 ms\r\nMail,soft,2 s\r\n').draft)).toEqual(both);
    expect(rowsOf(paste('Redis;hard;50 ms\nMail;soft;2 s').draft)).toEqual(both);
    expect(rowsOf(paste('Redis | hard | 50 ms\nMail | soft | 2 s').draft)).toEqual(both);
  });

  it('may have quoted cells with separators, quotes and line breaks', () => {
    const { draft } = paste('"Mail, ""new""\nline",soft,2 s\nRedis,hard,');
    expect(rowsOf(draft).map(({ cells }) => cells['name'])).toEqual(['Mail, "new" line', 'Redis']);
  });

  it('tells what was not understood, and leaves those cells open', () => {
    const { draft, outcomes } = paste('Redis,hard,soon\nMail,soft,2 s');
    expect(rowsOf(draft)[0]?.cells).toEqual({ name: 'Redis', needed: 'hard' });
    expect(outcomes).toEqual([{ type: 'notice', message: '2 rows added; not understood: Time-out “soon”.' }]);
  });

  it('is one undo step, and keeps ids apart from those that exist', () => {
    const { draft } = paste('Redis,hard\nRedis,soft', made(redis));
    expect(ids(draft)).toEqual(['redis', 'redis-2', 'redis-3']);
    expect(rowsOf(keys(draft, 'ctrl-z').draft)).toEqual([redis]);
  });

  it('goes into the line when it is a piece of text, and becomes rows when it is many lines', () => {
    const open = keys(empty(), '|').draft;
    expect(viewOf(paste('Mail', open).draft).line?.lines).toEqual(['Mail']);
    expect(rowsOf(paste('Redis,hard,50 ms\nMail,soft,2 s', open).draft)).toEqual(both);
  });

  it('is refused when it holds nothing', () => {
    expect(result(paste(' \n\n'))).toEqual({
      refused: 'No row of this table could be read from the text.',
    });
  });

  it('of ten thousand lines is cut, and says so', () => {
    const { draft, outcomes } = paste('Redis,hard\n'.repeat(10_000));
    expect(rowsOf(draft)).toHaveLength(2000);
    expect(outcomes).toEqual([
      { type: 'notice', message: '2000 rows added; 8000 rows left out, 2000 fit at once.' },
    ]);
  });
});

describe('a table in an outside editor', () => {
  it('is Markdown with the id of each row', () => {
    expect(draftText(made(redis, mail))).toBe(
      '| id | Name | Needed | Time-out | Flow |\n| --- | --- | --- | --- | --- |\n' +
        '| redis | Redis | hard | 50 ms |  |\n| mail | Mail | soft |  |  |\n',
    );
  });

  it('comes back the same when nothing was changed', () => {
    const draft = made(redis, { id: 'bar', cells: { name: 'a | b', needed: 'soft', flow: 'order' } });
    expect(rowsOf(replaceDraftText(draft, draftText(draft) ?? '', context).draft)).toEqual(rowsOf(draft));
  });

  it('keeps ids and later cells while names change, adds and deletes rows', () => {
    const text = '| id | Name | Needed |\n|---|---|---|\n| redis | Valkey | hard |\n|  | DNS | hard |\n';
    const { draft } = replaceDraftText(made(redis, mail), text, context);
    expect(rowsOf(draft)).toEqual([{ id: 'redis', cells: { ...redis.cells, name: 'Valkey' } }, dns]);
    expect(ids(keys(draft, 'ctrl-z').draft)).toEqual(['redis', 'mail']);
  });
});

describe('a burst on a table', () => {
  it('gives the same as single keys, from the rows into a line', () => {
    const burst = play(
      empty(),
      [
        { type: 'text', text: '|Mail | soft' },
        { type: 'key', name: 'enter' },
      ],
      context,
    );
    expect(rowsOf(burst.draft)).toEqual([mail]);
  });
});
