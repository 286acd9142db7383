/** Whether this is the test flavour (`out/extension-test`); esbuild puts `true` or `false` in its place. */
declare const __TEST__: boolean;

/** What recognition knows; made when the extension is built (`extension/build/vocabulary.ts`). */
declare module "keyferry:vocabulary" {
  const vocabulary: import("./saving/vocabulary").Vocabulary;
  export default vocabulary;
}
