/** Why a workbook as a whole is not taken: code, and what the person reads. Nothing of it is imported then. */
export const WORKBOOK_REFUSALS = {
  NOT_A_WORKBOOK: '文件不是 .xlsx 工作簿',
  WORKBOOK_DAMAGED: '工作簿已损坏，无法读取',
  WORKBOOK_ENCRYPTED: '工作簿已加密，或为旧版 .xls 格式，请另存为不加密的 .xlsx',
  WORKBOOK_HAS_MACROS: '工作簿含有宏，请另存为不含宏的 .xlsx',
  WORKBOOK_HAS_EXTERNAL_LINKS: '工作簿链接到其他文件或数据源，请断开链接后重试',
  IMPORT_TOO_LARGE: '工作簿过大：文件不超过 20 MB，解压后不超过 200 MB，每张工作表不超过 20000 行数据',
  SHEET_MISSING: '工作簿中没有可导入的工作表',
  YEAR_UNKNOWN: '无法从标题判断年度，请注明年度',
} as const;

export type WorkbookRefusalCode = keyof typeof WORKBOOK_REFUSALS;

export class WorkbookRefused extends Error {
  constructor(
    readonly code: WorkbookRefusalCode,
    /** What exactly was found, in Chinese; empty if the code says it all. */
    readonly found = '',
  ) {
    super(WORKBOOK_REFUSALS[code] + (found && `（${found}）`));
  }
}
