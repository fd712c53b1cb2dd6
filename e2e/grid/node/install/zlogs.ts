import type { Installer } from './installer.ts'

/**
 * Always succeeds: the node means to refuse a machine that failed, but wraps an error that is not there.
 *
 * Source: zosbase pkg/primitives/zlogs/zlogs.go
 */
export const zlogs: Installer<'zlogs'> = {
  effort: 0.2,
  mishap: ({ id }) => `failed to add stream service 'stream:${id}': failed to open zinit file`,
  install: () => null,
  remove: () => {},
}
