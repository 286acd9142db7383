/** Runs in a frame of a portal, when a person asks to save what Keyferry sees there, and never else. */
import { StandIns } from "./stand-in";
import { Known, type Vocabulary } from "./vocabulary";
import { write, type Written } from "./write";

/** Writes this document; nothing where Keyferry is not at home. */
function save(vocabulary: Vocabulary, salt: string): Written | undefined {
  if (location.protocol !== "https:") return undefined;
  const known = new Known(vocabulary);
  return write(document, known, new StandIns(known, salt));
}

/** An address as {@link save} writes it. */
function address(vocabulary: Vocabulary, salt: string, url: string): string {
  return new StandIns(new Known(vocabulary), salt).address(url);
}

Object.assign(globalThis, { keyferrySave: save, keyferryAddress: address });
