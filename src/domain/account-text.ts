/** `5Fh3…k9Qz`: enough to recognise. */
export const shortAddress = (address: string): string => `${address.slice(0, 4)}…${address.slice(-4)}`

/** What an account is called: by its name, or by its address while nobody gave it one. */
export const accountName = ({ name, address }: { name: string; address: string }): string =>
  name.trim() || shortAddress(address)
