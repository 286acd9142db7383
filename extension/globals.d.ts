/** Whether this is the test flavour (`out/extension-test`); esbuild puts `true` or `false` in its place. */
declare const __TEST__: boolean;
