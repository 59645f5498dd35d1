import { currentStatus, type ProjectCommand, projectStream, type ProjectState } from '#libs/domain';
import type { ImportKind } from '../import/kind.js';
import { knownProject } from '../import/match.js';
import { readSheets } from '../rows/read-sheets.js';
import { type ReportRow, reportsOf } from './row.js';

/** Monthly reports: each row is handed in for the project of its name by whoever brings the file. */
export const reportsImport: ImportKind<ReportRow> = {
  title: '月报',

  read(workbook, { month }) {
    const read = readSheets(workbook, reportsOf(month));
    // Each month follows on the one before.
    return { ...read, rows: [...read.rows].sort((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : 0)) };
  },

  prepare(_read, context) {
    return Promise.resolve({
      before: [],
      projectOf: (row) => knownProject(row, context),
      async commandsOf(row, project) {
        const stream = projectStream(project);
        const state = await context.door.stateOf<ProjectState>(stream);
        const known = state.reports[row.month];
        const isDone = (known?.status === 'SUBMITTED' || known?.status === 'ACCEPTED') && isSame(known.figures, row);
        if (isDone) return [];
        const { place: _, code: _code, name: _name, ...report } = row;
        // Sheets ask every project whether it was approved; only one in its preliminary stage reports on that.
        const isTold = currentStatus(state) === 'PRELIMINARY' || (row.preliminary?.expenses ?? 0) > 0;
        const preliminary = isTold ? row.preliminary : null;
        const command: ProjectCommand = { type: 'SubmitReport', ...report, preliminary, blockers: [] };
        return [{ stream, command }];
      },
      notes: () => ['存在问题及困难随进展情况一并报送；需协调的问题请另行提出卡点难点'],
    });
  },
};

const isSame = (known: ReportRow['figures'] | null, { figures }: ReportRow): boolean =>
  known !== null && known.month === figures.month && known.yearToDate === figures.yearToDate;
