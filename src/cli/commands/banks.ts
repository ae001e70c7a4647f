import { join, relative, resolve } from 'node:path';
import { runRuleExamples } from '../../analysis/index.js';
import {
  bankJsonSchema,
  joinBanks,
  lintBank,
  parseBank,
  type BankSource,
  type Incident,
  type JoinedBank,
} from '../../bank/index.js';
import { factSignatures } from '../../facts/index.js';
import { questionMinutes } from '../../interview/index.js';
import { allOk, counted, type Result } from '../../kernel/index.js';
import { readBankSources, readIncidents } from '../../store/index.js';
import { newBank } from '../bank-scaffold.js';
import { isOn, type Given, type Run } from '../command.js';
import { EXIT } from '../exit-codes.js';
import { printJson, printLines, printProblems } from '../print-problems.js';
import { openWorkspace } from '../workspace.js';
import type { World } from '../world.js';

/** Lists, lints or tests question banks, prints the schema of a bank file, or starts a bank of one's own. */
export const run: Run = (world, given) => {
  const [what = '', ...paths] = given.words;
  if (what === 'schema') {
    printJson(world, bankJsonSchema());
    return Promise.resolve(EXIT.fine);
  }
  if (what === 'new') return Promise.resolve(newBank(world, paths[0]));
  const act = ACTIONS[what];
  if (act === undefined)
    return Promise.resolve(
      refuse(world, [
        {
          code: 'unknown-action',
          message: `banks ${what} does not exist.`,
          hint: 'Use banks list, lint, test, schema or new.',
        },
      ]),
    );
  const joined = openBanks(world, paths);
  return Promise.resolve(joined.ok ? act(world, joined.value, given) : refuse(world, joined.error));
};

type Opened = { readonly bank: JoinedBank; readonly incidents: readonly Incident[] };

const ACTIONS: Readonly<Record<string, (world: World, opened: Opened, given: Given) => 0 | 2>> = {
  list,
  lint,
  test,
};

function openBanks(world: World, paths: readonly string[]): Result<Opened> {
  const workspace = openWorkspace(world, undefined);
  if (!workspace.ok) return workspace;
  const { disk, project } = workspace.value;
  const banks = [
    ...project.config.banks,
    ...paths.map((path) => relative(project.root, resolve(world.cwd, path))),
  ];
  const sources = readBankSources(disk, {
    shipped: join(world.packageDir, 'question-banks'),
    root: project.root,
    banks,
  });
  const incidents = readIncidents(disk, join(world.packageDir, 'question-banks', 'incidents.yaml'));
  if (!sources.ok) return sources;
  if (!incidents.ok) return incidents;
  const bank = joinAll(sources.value, incidents.value);
  return bank.ok ? { ok: true, value: { bank: bank.value, incidents: incidents.value } } : bank;
}

function joinAll(sources: readonly BankSource[], incidents: readonly Incident[]): Result<JoinedBank> {
  const banks = allOk(sources.map((source) => parseBank(source)));
  return banks.ok ? joinBanks(banks.value, factSignatures, incidents) : banks;
}

function list(world: World, { bank }: Opened, given: Given): 0 {
  const rows = bank.questions.map((question) => ({
    id: question.id,
    bank: question.bank,
    kind: question.kind,
    depth: question.depth,
    scope: question.scope,
    required: question.required,
    minutes: Math.round(questionMinutes(question) * 10) / 10,
    prompt: question.prompt,
  }));
  if (isOn(given, 'json')) printJson(world, { banks: bank.banks, questions: rows, rules: bank.rules.length });
  else
    printLines(
      world.stdout,
      rows.map((row) => `${row.id.padEnd(28)} ${row.depth.padEnd(8)} ${row.kind.padEnd(8)} ${row.prompt}`),
    );
  return EXIT.fine;
}

function lint(world: World, { bank, incidents }: Opened): 0 | 2 {
  const problems = lintBank(bank, incidents);
  if (problems.length > 0) return refuse(world, problems);
  printLines(world.stderr, [
    `${counted(bank.banks.length, 'bank')}, ${counted(bank.questions.length, 'question')}, ${counted(bank.rules.length, 'rule')}: nothing to mend.`,
  ]);
  return EXIT.fine;
}

function test(world: World, { bank }: Opened): 0 | 2 {
  const problems = runRuleExamples(bank);
  if (problems.length > 0) return refuse(world, problems);
  const examples = bank.rules.reduce((sum, rule) => sum + Object.keys(rule.examples).length, 0);
  printLines(world.stderr, [
    `${counted(bank.rules.length, 'rule')}, ${counted(examples, 'example')}: all judged as they say.`,
  ]);
  return EXIT.fine;
}

function refuse(world: World, problems: Parameters<typeof printProblems>[1]): 2 {
  printProblems(world, problems);
  return EXIT.usage;
}
