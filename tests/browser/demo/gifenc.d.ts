declare module "gifenc" {
  /** Red, green and blue. */
  export type Colour = [number, number, number];
  /** Writes one frame after the other. */
  export type Encoder = {
    writeFrame(index: Uint8Array, width: number, height: number, options: { palette?: Colour[]; delay?: number; repeat?: number }): void;
    finish(): void;
    bytes(): Uint8Array;
  };
  export function GIFEncoder(): Encoder;
  export function quantize(rgba: Uint8Array | Uint8ClampedArray, colours: number, options?: { format?: "rgb565" | "rgb444" }): Colour[];
  export function applyPalette(rgba: Uint8Array | Uint8ClampedArray, palette: Colour[], format?: "rgb565" | "rgb444"): Uint8Array;
}
