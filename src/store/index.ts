// store: everything that lies on disk (answers, context, config, banks, templates, base, drafts, locks) and how it gets there whole.
// It knows paths, bytes and file formats; it must never know screens, the network, or what an answer means for the spec.
export { documentPath } from './document-path.js';
export { createDisk, type Disk } from './disk.js';
export { readText } from './file.js';
export { systemProblem } from './failure.js';
export { answersOf, parseAnswers, readAnswers, type AnswersFile } from './answers-file.js';
export { readUpgradable, spliceUpgrade, type Upgradable } from './splice-upgrade.js';
export { createSaver, createSaving, type FileOnDisk, type Saver, type Saving } from './create-saver.js';
export { readDraft, removeDraft, writeDraft, type StoredDraft } from './draft-file.js';
export { acquireLock, type Lock } from './lock.js';
export {
  createSpecDir,
  findProject,
  listSlugs,
  listSpecs,
  specDir,
  type Project,
  type SpecPaths,
} from './project.js';
export { readConfig, type Config } from './config.js';
export { specNumbers, writeSpecNumbers } from './spec-numbers.js';
export { contextPaths, createContextDir, readContext } from './context.js';
export { readBankFolder, readBankSources, type BankPlaces } from './bank-files.js';
export { findFormats, listFormats, readFormatSources } from './template-files.js';
export { readIncidents } from './incidents.js';
export { readCases, type CaseFile } from './cases.js';
export { applyWrites } from './apply-writes.js';
export { readAtRevision } from './git.js';
export { parseGlob } from './glob.js';
export { readProjectFiles } from './project-files.js';
export {
  changedRequirements,
  isAccepted,
  parseManifest,
  readManifest,
  rebaseFiles,
  recordHashes,
  writeBase,
  type BaseFile,
  type BaseRecord,
  type Manifest,
  type RecordHashes,
} from './base.js';
export { acceptRequirements } from './accept-requirements.js';
export { joinArchived } from './archived.js';
export { forgetBases, writeArchived } from './write-archived.js';
export { removeFiles } from './remove-files.js';
export { archivedHash, hashOf } from './hash.js';
export { changedScenarios } from './scenarios.js';
export { readRepository, type RepositoryFile } from './read-repository.js';
export { writeSchemas } from './schemas.js';
export { plainSpecs, readShipped, readStanding, standingOf, type StandingLine } from './standing.js';
export { projectRoot } from './project-root.js';
export { bankRecords, compiledText, readCompiledBanks, type BankRecord } from './compiled-banks.js';
export {
  appendLog,
  appendPractice,
  readConsent,
  readLog,
  readPractice,
  removeLog,
  userDataDir,
  writeConsent,
} from './user-data.js';
