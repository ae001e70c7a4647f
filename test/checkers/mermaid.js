// Parses every diagram of rendered Markdown with mermaid itself; whatever is typed into a label stays in it.
import { readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';

const { window } = new JSDOM('');
Object.assign(globalThis, { window, document: window.document });
const { default: mermaid } = await import('mermaid');

const diagramsOf = (/** @type {string} */ text) =>
  [...text.matchAll(/^```mermaid\n([\s\S]*?)\n```$/gm)].map((match) => match[1] ?? '');

/** What stands between quotes, which is all that anybody typed. */
const LABEL = /"([^"\n]*)"/g;

const arrow = /^ {2}[a-z0-9_]+ (?:-->|-\.->)(?:\|"…"\|)? [a-z0-9_]+$/;
const box = /^ {2}[a-z0-9_]+\["…"\]$/;

/** Says what is no diagram, or one whose words reach out of their labels. */
export const mermaidProblems = async (/** @type {string} */ file) => {
  const diagrams = diagramsOf(readFileSync(file, 'utf8'));
  const problems = await Promise.all(diagrams.map(problemsOf));
  return { diagrams: diagrams.length, problems: problems.flat().map((says) => `${file}: ${says}`) };
};

const problemsOf = async (/** @type {string} */ diagram) => {
  const [head, ...lines] = diagram.replaceAll(LABEL, '"…"').split('\n');
  const odd = lines.filter((line) => !arrow.test(line) && !box.test(line));
  try {
    const { diagramType } = await mermaid.parse(diagram);
    return [
      ...(head === 'flowchart LR' && diagramType.startsWith('flowchart') ? [] : ['is no flow chart']),
      ...odd.map((line) => `has a line that is neither box nor arrow: ${line}`),
    ];
  } catch (error) {
    return [`${String(error)} in\n${diagram}`];
  }
};
