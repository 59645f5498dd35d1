export { type AskAsOf, type CheckSummary, checkRows, type Difference } from './check-rows.js';
export { projectIdOf, SOURCE } from './commands.js';
export { type Door, importRows, type ImportOptions, type ImportSummary } from './import-rows.js';
export { FileRefused } from './read-rows.js';
export { checkLines, checkSucceeded, importLines, importSucceeded } from './summary-lines.js';
