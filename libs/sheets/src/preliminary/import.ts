import { projectStream } from '#libs/domain';
import type { ImportKind } from '../import/kind.js';
import { knownProject } from '../import/match.js';
import { readSheets } from '../rows/read-sheets.js';
import { PRELIMINARY, type PreliminaryRow } from './row.js';

/** Approvals: each row is one step of one approval of a known project. */
export const preliminaryImport: ImportKind<PreliminaryRow> = {
  title: PRELIMINARY.title,
  read: (workbook) => readSheets(workbook, PRELIMINARY),
  prepare: (_read, context) =>
    Promise.resolve({
      before: [],
      projectOf: (row) => knownProject(row, context),
      commandsOf: ({ command }, project) =>
        Promise.resolve(command === null ? [] : [{ stream: projectStream(project), command }]),
      notes: () => ['批复须附文件：先上传批复文件，再将其校验码填入“批复文件校验码”列'],
    }),
};
