const CHUNK_BITS = 16;
const CHUNK = 1 << CHUNK_BITS;

/** Block k of a list holds 2^(k+1) numbers up to this k, and as many as that one from there on. */
const LAST_DOUBLING = 13;
const LARGEST = 1 << (LAST_DOUBLING + 1);
const DOUBLED = 2 * LARGEST - 2;

/**
 * Many growing lists of uint32 in few typed arrays. A list is an array of block numbers; blocks double in size, so that
 * short lists stay small, long ones waste little, and nothing is ever moved.
 */
export class Ordinals {
  private readonly chunks: Uint32Array[] = [];
  private used = CHUNK;

  get(blocks: number[], index: number): number {
    const at = blocks[blockOf(index)]! + placeIn(index);
    return this.chunks[at >>> CHUNK_BITS]![at & (CHUNK - 1)]!;
  }

  /** Sets the number at an index that is in the list or just behind its end. */
  set(blocks: number[], index: number, value: number): void {
    const block = blockOf(index);
    if (block === blocks.length) blocks.push(this.allocate(1 << (Math.min(block, LAST_DOUBLING) + 1)));
    const at = blocks[block]! + placeIn(index);
    this.chunks[at >>> CHUNK_BITS]![at & (CHUNK - 1)] = value;
  }

  private allocate(size: number): number {
    if (this.used + size > CHUNK) {
      this.chunks.push(new Uint32Array(CHUNK));
      this.used = 0;
    }
    this.used += size;
    return (this.chunks.length - 1) * CHUNK + this.used - size;
  }
}

function blockOf(index: number): number {
  if (index < DOUBLED) return 30 - Math.clz32(index + 2);
  return LAST_DOUBLING + 1 + Math.floor((index - DOUBLED) / LARGEST);
}

function placeIn(index: number): number {
  if (index < DOUBLED) return index + 2 - (1 << (31 - Math.clz32(index + 2)));
  return (index - DOUBLED) % LARGEST;
}
