/** The words that may leave a page when it is saved: what recognition knows anyway. */

/** What recognition knows; made when the extension is built, from the very files that the core is made of. */
export type Vocabulary = {
  /** Folded labels. */
  labels: string[];
  /** Labels round a name: what stands before it and behind it. */
  framed: [before: string, after: string][];
  /** Class names, attributes, parts of addresses: every text in the core's recognition. */
  signs: string[];
};

const AND = new Set(["and", "och", "und", "et", "y", "e", "en", "\ubc0f"]);

/** Folds a label, so that the same label in another dress is the same. */
export function fold(label: string): string {
  const plain = label.normalize("NFKD").replace(/[\u0300-\u036f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff\ue000-\uf8ff]/g, "").toLowerCase();
  const words = plain.replace(/[\u2018\u2019\u00b4\u2032]/g, "'").replace(/[\u2010-\u2015]/g, "-").split(/\s+/);
  const joined = words.map((word) => (AND.has(word) ? "&" : word)).join("");
  return joined.replace(/^[+*\u2713\u2714\u2022]+/, "").replace(/(?:[:*]|\(\d+\))+$/, "");
}

/** A vocabulary to ask. */
export class Known {
  private readonly labels: ReadonlySet<string>;
  private readonly signs: ReadonlySet<string>;
  private readonly words: ReadonlySet<string>;

  constructor(private readonly vocabulary: Vocabulary) {
    this.labels = new Set(vocabulary.labels);
    this.signs = new Set(vocabulary.signs.map((sign) => sign.toLowerCase()));
    this.words = new Set(vocabulary.signs.flatMap((sign) => sign.toLowerCase().split(/[^a-z]+/)));
  }

  /** Whether a text is a label. */
  label(text: string): boolean {
    return this.labels.has(fold(text));
  }

  /** What stands round the name in a label that carries one. */
  frame(text: string): [before: string, after: string] | undefined {
    const folded = fold(text);
    const fits = this.vocabulary.framed.filter(([before, after]) => {
      const [head, tail] = [fold(before), fold(after)];
      return head.length + tail.length >= 4 && folded.length > head.length + tail.length && folded.startsWith(head) && folded.endsWith(tail);
    });
    return fits.sort((one, other) => other.join("").length - one.join("").length)[0];
  }

  /** Whether recognition looks for just this. */
  sign(text: string): boolean {
    return this.signs.has(text.toLowerCase());
  }

  /** Whether a word stands in something that recognition looks for. */
  word(text: string): boolean {
    return this.words.has(text.toLowerCase());
  }
}
