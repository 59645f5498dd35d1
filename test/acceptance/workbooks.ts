import { randomUUID } from 'node:crypto';
import ExcelJS from 'exceljs';
import { office, type Person, type World } from './world.js';

export interface Told {
  readonly status: string;
  readonly problem: { readonly code: string } | null;
  readonly result: {
    readonly refused: string | null;
    readonly rows: number;
    readonly imported: number;
    readonly unchanged: number;
    readonly failed: number;
    readonly events: number;
    readonly problems: readonly { readonly row: number; readonly column: string | null; readonly text: string }[];
    readonly notes: readonly string[];
  };
  readonly workbook: string | null;
}

interface Brought {
  readonly as?: Person;
  readonly key?: string;
  readonly fields?: Readonly<Record<string, string>>;
}

/** Brings a workbook as a form, as a browser would. */
export async function bring(world: World, kind: string, bytes: Buffer, brought: Brought = {}): Promise<Response> {
  const { as = office, key = randomUUID(), fields = {} } = brought;
  const form = new FormData();
  for (const [name, text] of Object.entries(fields)) form.append(name, text);
  form.append('file', new Blob([new Uint8Array(bytes)]), '计划.xlsx');
  const headers = { authorization: `Bearer ${await world.tokenOf(as)}`, 'idempotency-key': key };
  return fetch(`${world.url}/api/v1/imports/${kind}`, { method: 'POST', headers, body: form });
}

/** Brings a workbook and waits until the work on it has ended. */
export async function imported(world: World, kind: string, bytes: Buffer, brought: Brought = {}): Promise<Told> {
  const begun = await bring(world, kind, bytes, brought);
  if (begun.status !== 202) throw new Error(`${begun.status} ${await begun.text()}`);
  for (;;) {
    const { status, body, text } = await world.get(begun.headers.get('location')!, { as: brought.as ?? office });
    if (status !== 200) throw new Error(text);
    const told = body as Told;
    if (told.status !== 'WAITING' && told.status !== 'RUNNING') return told;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** The workbook that was given back, as a spreadsheet program opens it. */
export async function answered(world: World, told: Told, as: Person = office): Promise<ExcelJS.Workbook> {
  const headers = { authorization: `Bearer ${await world.tokenOf(as)}` };
  const response = await fetch(`${world.url}${told.workbook}`, { headers });
  if (!response.ok) throw new Error(await response.text());
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(await response.arrayBuffer());
  return workbook;
}
