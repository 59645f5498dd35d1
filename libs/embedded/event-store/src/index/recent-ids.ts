/** How many events are remembered by id, about what the real server's 8 MiB hold. */
export const REMEMBERED = 65_536;

/** The ordinals of the newest events by event id, for appends that name no revision. */
export class RecentIds {
  private readonly byId = new Map<string, number>();

  add(id: string, ordinal: number): void {
    this.byId.delete(id);
    this.byId.set(id, ordinal);
    if (this.byId.size > REMEMBERED) this.byId.delete(this.byId.keys().next().value!);
  }

  find(id: string): number | undefined {
    return this.byId.get(id);
  }

  forget(id: string): void {
    this.byId.delete(id);
  }
}
