const files = import.meta.glob<string>('./flags/*.svg', { query: '?inline', import: 'default', eager: true })
const countryName = new Intl.DisplayNames(['en'], { type: 'region' })

const byCountry = new Map(
  Object.entries(files).map(([path, image]) => {
    const code = path.slice('./flags/'.length, -'.svg'.length).toUpperCase()
    return [countryName.of(code)?.toLowerCase(), image]
  }),
)

/** The flag of a country by its English name; nothing where we have none. The name stands beside it. */
export function Flag({ country }: { country: string }) {
  const image = byCountry.get(country.toLowerCase())
  return image === undefined ? null : <img className="flag" src={image} alt="" width="16" height="12" />
}
