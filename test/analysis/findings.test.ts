import { describe, expect, it } from 'vitest';
import { analysed, onlyFinding, said } from './a-session.js';
import { dependencies, smallBank } from './small-bank.js';

const slowRestore = {
  id: 'slow-restore',
  fires_when: 'a.rec.restore > a.rec.rto',
  title: 'A restore of {a.rec.restore} misses {a.rec.rto}',
  why: 'Restoring takes {a.rec.restore}.',
  probe: 'What gives way: {a.rec.rto}, or the restore?',
};
const slowCall = {
  id: 'slow-call',
  for: 'dep.dependencies',
  fires_when: "row.timeout > q('1 s')",
  title: '{row.name} may take {row.timeout}',
};

describe('a finding', () => {
  it('quotes the answers that were read, with their labels, their printed text and their source', () => {
    const finding = onlyFinding(
      analysed(smallBank(slowRestore), {
        'rec.restore': said({ value: '6 h', source: 'measured' }),
        'rec.rto': '1 h',
      }),
    );
    expect(finding.quotes).toEqual([
      { id: 'rec.restore', label: 'Restore time', text: '6 h', source: 'measured' },
      { id: 'rec.rto', label: 'Recovery target', text: '1 h' },
    ]);
  });

  it('fills its title, its reason and its question like sentences', () => {
    const finding = onlyFinding(analysed(smallBank(slowRestore), { 'rec.restore': '6 h', 'rec.rto': '1 h' }));
    expect(finding.title).toBe('A restore of 6 h misses 1 h');
    expect(finding.why).toBe('Restoring takes 6 h.');
    expect(finding.probe).toBe('What gives way: 1 h, or the restore?');
  });

  it('of a rule over a table is one for each row, with the cells that were read', () => {
    const finding = onlyFinding(analysed(smallBank(slowCall), { 'dep.dependencies': dependencies }));
    expect(finding).toMatchObject({ id: 'slow-call.mail', rule: 'slow-call', row: 'mail' });
    expect(finding.title).toBe('Mail provider may take 10 s');
    expect(finding.quotes).toEqual([
      { id: 'dep.dependencies.mail.timeout', label: 'Mail provider: Time-out', text: '10 s' },
    ]);
  });

  it('names the rows that cells refer to, and writes options in mid sentence without their capital', () => {
    const rule = {
      ...slowCall,
      title: '{row.name} calls {row.next} while replication: {a.rec.replication}',
      fires_when: "row.timeout > q('1 s') && a.rec.replication == 'async'",
    };
    const given = { 'dep.dependencies': dependencies, 'rec.replication': 'async' };
    expect(onlyFinding(analysed(smallBank(rule), given)).title).toBe(
      'Mail provider calls Redis while replication: it is async',
    );
  });

  it('says "not stated" where a placeholder has no answer', () => {
    const rule = { ...slowCall, title: '{row.name} has the p99 {row.p99}' };
    expect(onlyFinding(analysed(smallBank(rule), { 'dep.dependencies': dependencies })).title).toBe(
      'Mail provider has the p99 not stated',
    );
  });

  it('names a row whose key is a reference by the row it refers to', () => {
    const rule = {
      id: 'rare',
      for: 'rec.backups',
      fires_when: 'row.interval > a.rec.rpo',
      title: '{row.dependency}',
    };
    const finding = onlyFinding(
      analysed(smallBank(rule), {
        'rec.rpo': '1 h',
        'dep.dependencies': dependencies,
        'rec.backups': [{ id: 'redis', dependency: 'redis', interval: '24 h' }],
      }),
    );
    expect(finding.title).toBe('Redis');
    expect(finding.quotes.map(({ label }) => label)).toEqual(['Redis: Every', 'Loss']);
  });

  it('quotes the cell a reference leads to instead of the whole table', () => {
    const rule = {
      ...slowCall,
      fires_when: "row.timeout > row_of('dep.dependencies', row.next).timeout",
    };
    const quotes = onlyFinding(analysed(smallBank(rule), { 'dep.dependencies': dependencies })).quotes;
    expect(quotes.map(({ id }) => id)).toEqual([
      'dep.dependencies.mail.timeout',
      'dep.dependencies.mail.next',
      'dep.dependencies.redis.timeout',
    ]);
  });

  it('does not quote a cell that is empty', () => {
    const rule = { ...slowCall, fires_when: "row.timeout > q('1 s') || row.p99 > q('2 s')" };
    const quotes = onlyFinding(analysed(smallBank(rule), { 'dep.dependencies': dependencies })).quotes;
    expect(quotes.map(({ id }) => id)).toEqual(['dep.dependencies.mail.timeout']);
  });

  it('does not quote what was not needed to decide', () => {
    const rule = { id: 'either', fires_when: "a.rec.rpo > q('1 h') || a.rec.rto > q('1 h')" };
    const finding = onlyFinding(analysed(smallBank(rule), { 'rec.rpo': '2 h', 'rec.rto': '1 min' }));
    expect(finding.quotes.map(({ id }) => id)).toEqual(['rec.rpo']);
  });

  it('says how a question stands that has no value', () => {
    const rule = { id: 'nobody-knows', fires_when: "status('rec.rpo') == 'unknown'" };
    const finding = onlyFinding(analysed(smallBank(rule), { 'rec.rpo': said({ status: 'unknown' }) }));
    expect(finding.quotes).toEqual([{ id: 'rec.rpo', label: 'Loss', text: 'unknown' }]);
  });

  it('reads the cells a person mentions by the lexicons of the bank', () => {
    const rule = { id: 'money', fires_when: "mentions('dep.dependencies', 'money')" };
    const given = { 'dep.dependencies': [{ id: 'a', name: 'Refund service' }] };
    expect(onlyFinding(analysed(smallBank(rule), given)).id).toBe('money');
  });
});

describe('the order of findings', () => {
  it('is by severity, then by the number of quoted answers, then by the bank', () => {
    const one = { id: 'one', severity: 'high', fires_when: "a.rec.rpo > q('1 s')" };
    const two = { id: 'two', severity: 'high', fires_when: "a.rec.rpo > q('1 s') && a.rec.rto > q('1 s')" };
    const three = { id: 'three', severity: 'high', fires_when: "a.rec.rto > q('1 s')" };
    const block = { id: 'worst', severity: 'block', fires_when: "a.rec.rto > q('1 s')" };
    const analysis = analysed(smallBank(one, two, three, block), { 'rec.rpo': '2 h', 'rec.rto': '2 h' });
    expect(analysis.findings.map(({ id }) => id)).toEqual(['worst', 'two', 'one', 'three']);
  });
});

describe('rules of archetypes', () => {
  const rule = { id: 'for-workers', archetypes: ['worker'], fires_when: "a.rec.rpo > q('1 s')" };

  it('run only while one of their archetypes is chosen', () => {
    const bank = smallBank(rule);
    expect(analysed(bank, { 'rec.rpo': '1 h' }).findings).toHaveLength(0);
    expect(analysed(bank, { 'rec.rpo': '1 h', 'arc.archetypes': ['http-api'] }).findings).toHaveLength(0);
    expect(analysed(bank, { 'rec.rpo': '1 h', 'arc.archetypes': ['worker'] }).findings).toHaveLength(1);
  });
});

describe('severity', () => {
  const numeric = { ...slowRestore, severity: 'block', class: 'numeric' };
  const given = { 'rec.restore': '6 h', 'rec.rto': '1 h' };
  const settled = (rule: object, answers: object) => {
    const { severity, lowered } = onlyFinding(
      analysed(smallBank({ ...numeric, ...rule }), { ...given, ...answers }),
    );
    return [severity, lowered];
  };

  it('stands as written at T0, at T1 and before a tier is chosen', () => {
    expect(settled({}, {})).toEqual(['block', undefined]);
    expect(settled({}, { 'arc.tier': 'T0' })).toEqual(['block', undefined]);
    expect(settled({}, { 'arc.tier': 'T1' })).toEqual(['block', undefined]);
  });

  it('drops one level at T2, unless the rule is exempt', () => {
    const why = 'Lowered from block to high, because the tier is T2.';
    expect(settled({}, { 'arc.tier': 'T2' })).toEqual(['high', why]);
    expect(settled({ severity: 'high' }, { 'arc.tier': 'T2' })[0]).toBe('med');
    expect(settled({ severity: 'med' }, { 'arc.tier': 'T2' })).toEqual(['med', undefined]);
    expect(settled({ tier_exempt: true }, { 'arc.tier': 'T2' })).toEqual(['block', undefined]);
  });

  it('becomes info at T3, unless the rule is exempt', () => {
    const rule = { fires_when: "a.rec.restore > q('1 h')" };
    expect(settled(rule, { 'arc.tier': 'T3' })[0]).toBe('info');
    expect(settled({ ...rule, tier_exempt: true }, { 'arc.tier': 'T3' })[0]).toBe('block');
  });

  it('of a numeric block drops when every figure is an estimate or a guess', () => {
    const guesses = {
      'rec.restore': said({ value: '6 h', source: 'estimate' }),
      'rec.rto': said({ value: '1 h', source: 'guess' }),
    };
    const why = 'every figure behind it is an estimate, a guess or an assumption';
    expect(settled({}, guesses)).toEqual(['high', `Lowered from block to high, because ${why}.`]);
    expect(settled({ class: 'risk' }, guesses)).toEqual(['block', undefined]);
    expect(settled({ severity: 'high' }, guesses)).toEqual(['high', undefined]);
  });

  it('stays when one figure is measured, agreed or simply stated', () => {
    const half = { 'rec.restore': said({ value: '6 h', source: 'estimate' }) };
    expect(settled({}, half)).toEqual(['block', undefined]);
    const measured = { ...half, 'rec.rto': said({ value: '1 h', source: 'contract' }) };
    expect(settled({}, measured)).toEqual(['block', undefined]);
  });

  it('counts a default nobody confirmed as a guess', () => {
    const answers = { 'rec.rto': said({ value: '1 h', source: 'guess' }) };
    const finding = onlyFinding(analysed(smallBank(numeric), answers));
    expect(finding.severity).toBe('high');
  });
});

describe('merging', () => {
  const first = {
    id: 'first',
    severity: 'high',
    title: 'One title',
    fires_when: "row.timeout > q('1 s')",
    for: 'dep.dependencies',
  };
  const second = {
    ...first,
    id: 'second',
    severity: 'block',
    title: 'Another title',
    merges_with: ['first'],
  };

  it('makes one finding of two rules that the bank says belong together, the worse one first', () => {
    const finding = onlyFinding(analysed(smallBank(first, second), { 'dep.dependencies': dependencies }));
    expect(finding.id).toBe('second.mail');
    expect(finding.merged).toEqual([{ id: 'first.mail', title: 'One title' }]);
  });

  it('leaves findings about different rows apart, and rules that say nothing of each other', () => {
    const other = { ...first, id: 'other', fires_when: "row.timeout < q('1 s')", merges_with: ['first'] };
    const plain = { ...first, id: 'plain' };
    const analysis = analysed(smallBank(first, other, plain), { 'dep.dependencies': dependencies });
    expect(analysis.findings.map(({ id }) => id)).toEqual(['first.mail', 'other.redis', 'plain.mail']);
  });
});

describe('rules about something missing', () => {
  const rule = { id: 'no-loss-stated', class: 'missing', fires_when: "!known('rec.rpo')" };
  const thin = { id: 'thin-note', class: 'missing', fires_when: "thin('rec.note')" };

  it('are quiet about what nobody came to: that is coverage', () => {
    expect(analysed(smallBank(rule), {})).toMatchObject({ findings: [], unchecked: [] });
  });

  it('are quiet about what was asked and skipped, while something else is answered', () => {
    const both = { ...rule, fires_when: "!known('rec.rpo') && known('rec.rto')" };
    expect(analysed(smallBank(both), { 'rec.rto': '1 h' }).findings).toHaveLength(0);
  });

  it('fire when the question was left with a status and no value', () => {
    const unknown = { 'rec.rpo': said({ status: 'unknown', owner: 'dba' }) };
    expect(onlyFinding(analysed(smallBank(rule), unknown)).id).toBe('no-loss-stated');
  });

  it('are quiet about what does not apply', () => {
    const none = { 'rec.rpo': said({ status: 'not-applicable', reason: 'nothing is stored' }) };
    expect(analysed(smallBank(rule), none).findings).toHaveLength(0);
  });

  it('fire on an answer that is too thin', () => {
    expect(analysed(smallBank(thin), {}).findings).toHaveLength(0);
    expect(onlyFinding(analysed(smallBank(thin), { 'rec.note': 'Not much.' })).id).toBe('thin-note');
    const good = { 'rec.note': 'At most 10 min are lost when the zone of Paris fails at night.' };
    expect(analysed(smallBank(thin), good).findings).toHaveLength(0);
  });
});

describe('rules that cannot be judged', () => {
  it('are listed worst first with what they need, and never as findings', () => {
    const mild = { id: 'mild', severity: 'med', fires_when: "a.rec.rpo > q('1 s')" };
    const analysis = analysed(smallBank(mild, { ...slowRestore, severity: 'block' }), {});
    expect(analysis.findings).toEqual([]);
    expect(analysis.unchecked).toEqual([
      { rule: 'slow-restore', severity: 'block', needs: ['rec.rto'] },
      { rule: 'mild', severity: 'med', needs: ['rec.rpo'] },
    ]);
  });

  it('need the table while it is empty, and the cell once the row is there', () => {
    const bank = smallBank(slowCall);
    expect(analysed(bank, {}).unchecked).toEqual([
      { rule: 'slow-call', severity: 'high', needs: ['dep.dependencies'] },
    ]);
    const row = { 'dep.dependencies': [{ id: 'redis', name: 'Redis' }] };
    expect(analysed(bank, row).unchecked).toEqual([
      { rule: 'slow-call', row: 'redis', severity: 'high', needs: ['dep.dependencies.timeout'] },
    ]);
  });

  it('are quiet when what they need does not apply', () => {
    const none = said({ status: 'not-applicable', reason: 'it calls nobody' });
    expect(analysed(smallBank(slowCall), { 'dep.dependencies': none }).unchecked).toEqual([]);
  });

  it('count for the questions they wait for, once per rule and only where they are block or high', () => {
    const mild = { id: 'mild', severity: 'med', fires_when: "a.rec.rpo > q('1 s')" };
    const high = { id: 'high', severity: 'high', fires_when: "a.rec.rpo > q('1 s') && a.rec.rto > q('1 s')" };
    const row = {
      'dep.dependencies': [
        { id: 'redis', name: 'Redis' },
        { id: 'mail', name: 'Mail' },
      ],
    };
    const { decides } = analysed(smallBank(mild, high, slowRestore, slowCall), row);
    expect([...decides].sort()).toEqual([
      ['dep.dependencies', 1],
      ['dep.dependencies.mail.timeout', 1],
      ['dep.dependencies.redis.timeout', 1],
      ['rec.rpo', 1],
      ['rec.rto', 2],
    ]);
  });

  it('are reported once as a problem when the bank is at fault', () => {
    const bad = { ...slowCall, id: 'bad', fires_when: "row.name > q('1 s')" };
    const analysis = analysed(smallBank(bad), { 'dep.dependencies': dependencies });
    expect(analysis.unchecked).toEqual([]);
    expect(analysis.broken).toHaveLength(1);
    expect(analysis.broken[0]).toMatchObject({ code: 'rule-broken' });
    expect(analysis.broken[0]?.message).toContain('The rule bad cannot be judged');
  });

  it('are reported when the condition does not parse, or its table is none', () => {
    const bank = smallBank(
      { id: 'a', fires_when: 'a.rec.rpo >' },
      { id: 'b', for: 'rec.rpo', fires_when: 'true' },
    );
    expect(analysed(bank, {}).broken.map(({ message }) => message)).toEqual([
      expect.stringContaining('The rule a cannot be judged'),
      'The rule b cannot be judged: rec.rpo is not a table of the bank.',
    ]);
  });
});
