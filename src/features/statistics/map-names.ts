/** Where Natural Earth has another name for a country than GridProxy. */
const onMap: Record<string, string> = {
  'bosnia and herzegovina': 'Bosnia and Herz.',
  'central african republic': 'Central African Rep.',
  'czech republic': 'Czechia',
  'democratic republic of the congo': 'Dem. Rep. Congo',
  'dominican republic': 'Dominican Rep.',
  'equatorial guinea': 'Eq. Guinea',
  eswatini: 'eSwatini',
  'ivory coast': "Côte d'Ivoire",
  'north macedonia': 'Macedonia',
  'republic of korea': 'South Korea',
  'russian federation': 'Russia',
  'solomon islands': 'Solomon Is.',
  'south sudan': 'S. Sudan',
  'the netherlands': 'Netherlands',
  türkiye: 'Turkey',
  'united states': 'United States of America',
  'viet nam': 'Vietnam',
}

/** The name on the map of a country by its name on the grid. */
export const mapName = (country: string): string => onMap[country.toLowerCase()] ?? country
