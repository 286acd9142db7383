declare module "gifenc" {
  /** Red, green and blue. */
  export type Colour = [number, number, number];
  /** Writes one frame after the other. */
  export type Encoder = {
    writeFrame(index: Uint8Array, width: number, height: number, options: { palette?: Colour[]; delay?: number; repeat?: number }): void;
    finish(): void;
    bytes(): Uint8Array;
  };
  const gifenc: {
    GIFEncoder(): Encoder;
    quantize(rgba: Uint8Array, colours: number): Colour[];
    applyPalette(rgba: Uint8Array, palette: Colour[]): Uint8Array;
  };
  export default gifenc;
}
