import type { Db, MongoServerError } from 'mongodb';

/** Stands wherever the name of an erased person would. */
export const ERASED_NAME = '已删除';

export interface Entry {
  readonly name: string;
  readonly phone: string | null;
  /** Id of the unit that the person works for. */
  readonly unit: string | null;
}

export type Person = Entry & { readonly id: string; readonly erased: boolean };

/** A person was erased, and nobody else gets the id. */
export class PersonErased extends Error {}

/** What is kept of an erased person is that there was one. */
interface Stored {
  readonly _id: string;
  readonly name: string | null;
  readonly phone: string | null;
  readonly unit: string | null;
  readonly erased: boolean;
}

const DUPLICATE = 11_000;

/**
 * The people behind the ids of the log: the one place of names and phones, in a database of its own, so that they can
 * be erased and no rebuild of views drops them.
 */
export class Directory {
  private readonly people;

  constructor(db: Db) {
    this.people = db.collection<Stored>('people');
  }

  /** Enters a person, or replaces what was entered. Throws `PersonErased`. */
  async enter(id: string, { name, phone, unit }: Entry): Promise<void> {
    const write = () =>
      this.people.replaceOne({ _id: id, erased: false }, { name, phone, unit, erased: false }, { upsert: true });
    try {
      await write();
    } catch (error) {
      if ((error as MongoServerError).code !== DUPLICATE) throw error;
      if ((await this.find(id))?.erased) throw new PersonErased(id);
      // Somebody entered the same person at the same moment.
      await write();
    }
  }

  /** Takes name, phone and unit away for good; a repetition changes nothing. */
  async erase(id: string): Promise<void> {
    await this.people.replaceOne({ _id: id }, { name: null, phone: null, unit: null, erased: true }, { upsert: true });
  }

  async find(id: string): Promise<Person | undefined> {
    const found = await this.people.findOne({ _id: id });
    return found ? shown(found) : undefined;
  }

  /** Names by id, a placeholder for who was erased; who was never entered is left out. */
  async namesOf(ids: Iterable<string | null | undefined>): Promise<Record<string, string>> {
    const wanted = [...new Set(ids)].filter((id) => typeof id === 'string');
    if (wanted.length === 0) return {};
    const found = await this.people.find({ _id: { $in: wanted } }).toArray();
    return Object.fromEntries(found.map(shown).map(({ id, name }) => [id, name]));
  }

  /** Everybody in the order of ids, for a backup. */
  async *all(): AsyncGenerator<Person> {
    for await (const person of this.people.find().sort({ _id: 1 })) yield shown(person);
  }
}

const shown = ({ _id: id, name, ...kept }: Stored): Person => ({ id, name: name ?? ERASED_NAME, ...kept });
