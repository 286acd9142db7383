/** Dice that fall the same way for the same seed: what a test made up once, it makes up again. */
export class Dice {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** A number from 0 and less than 1. */
  roll(): number {
    this.state = (this.state + 0x6d2b_79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from 0 and less than `limit`. */
  below(limit: number): number {
    return Math.floor(this.roll() * limit);
  }

  /** One time in so many. */
  once(inSoMany: number): boolean {
    return this.below(inSoMany) === 0;
  }

  /** One of these. */
  pick<T>(from: readonly T[]): T {
    const picked = from[this.below(from.length)];
    if (picked === undefined) throw new Error("nothing to pick from");
    return picked;
  }
}
