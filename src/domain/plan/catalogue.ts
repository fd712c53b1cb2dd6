import { images, type Image } from '#domain/deployment/images.ts'
import { templates } from './templates/all.ts'

/** Every image that is known to be official: systems, then what applications start with. */
export const catalogue: readonly Image[] = [...images, ...templates.flatMap(({ image }) => image ?? [])]
