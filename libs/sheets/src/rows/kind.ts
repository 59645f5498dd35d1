import { bare } from '../cells/text.js';
import type { SheetRow } from '../workbook/cell.js';

/** What a row below the header is for: a project or fact, a sum, the heading of a section, or a remark. */
export type RowKind = 'DATA' | 'SUBTOTAL' | 'TOTAL' | 'SECTION' | 'SUBSECTION' | 'NOTE';

export interface KnownRow {
  readonly kind: RowKind;
  /** What a sum or section is called. */
  readonly title: string;
}

const SUBTOTAL = /小计[:]?(\(.*\))?$/;
const TOTAL = /^(.{0,12}(合计|总计|共计)|计)[:]?(\(.*\))?$/;
const SECTION_MARK = /^[一二三四五六七八九十]{1,3}[、.)]?$/;
const SUBSECTION_MARK = /^\([一二三四五六七八九十]{1,3}\)[、.]?$/;
const REMARK = /^(注|备注|说明|填表|填报|制表|审核人|审核:|单位负责人|联系人|报送|附)/;

/** `serial` and `name` are the columns of 序号 and 项目名称; `isNamed` is false where the name belongs to a row above. */
export function kindOf(row: SheetRow, serial: number | undefined, name: number, isNamed: boolean): KnownRow {
  const textIn = (column: number | undefined) => bare(String((column && row.cells[column]?.value) ?? ''));
  const filled = row.cells.filter((cell) => cell !== undefined);
  const [mark, named] = [textIn(serial), textIn(name)];
  const first = bare(String(filled[0]!.value));
  const leading = [mark, named, first].filter((text) => text !== '');
  const title = named || mark || first;
  if (leading.some((text) => SUBTOTAL.test(text))) return { kind: 'SUBTOTAL', title };
  if (leading.some((text) => TOTAL.test(text))) return { kind: 'TOTAL', title };
  if (SUBSECTION_MARK.test(mark)) return { kind: 'SUBSECTION', title };
  if (SECTION_MARK.test(mark)) return { kind: 'SECTION', title };
  if (REMARK.test(first) && (filled.length <= 2 || named === '')) return { kind: 'NOTE', title };
  if (filled.length === 1 && isNamed) return alone(first);
  return { kind: 'DATA', title };
}

function alone(text: string): KnownRow {
  if (/^\([一二三四五六七八九十]{1,3}\)/.test(text)) return { kind: 'SUBSECTION', title: text };
  const isSection = /^[一二三四五六七八九十]{1,3}[、.]/.test(text) || /^(计划)?(新开工|续建|在建|前期|储备)/.test(text);
  return { kind: isSection ? 'SECTION' : 'NOTE', title: text };
}
