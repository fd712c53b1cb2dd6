/** Who makes the blocks and gets the fees: nobody holds this key. */
export const author = new Uint8Array(32).fill(0x61)
