/**
 * Moments of the new moon and the sun's place in the sky, from the series in Jean Meeus, Astronomical Algorithms
 * (2nd ed., chapters 25 and 49): new moons to some seconds, the sun to a hundredth of a degree. Time is given as
 * Julian days in Universal Time.
 */

const RADIANS = Math.PI / 180;
const LUNATIONS_PER_CENTURY = 1236.85;
const J2000 = 2_451_545;
const DAYS_PER_CENTURY = 36_525;
const SECONDS_PER_DAY = 86_400;

/** Mean days from one new moon to the next. */
export const SYNODIC_MONTH_DAYS = 29.530588861;
/** Mean moment of new moon number 0 (6 January 2000), Julian ephemeris day. */
export const NEW_MOON_ZERO = 2_451_550.09766;

/**
 * Periodic terms of the new moon in days: amplitude, power of the orbit's eccentricity factor E, then the multiples
 * of the sun's anomaly, the moon's anomaly and the moon's argument of latitude (Meeus, table 49.A).
 */
const NEW_MOON_TERMS: readonly (readonly [number, number, number, number, number])[] = [
  [-0.4072, 0, 0, 1, 0],
  [0.17241, 1, 1, 0, 0],
  [0.01608, 0, 0, 2, 0],
  [0.01039, 0, 0, 0, 2],
  [0.00739, 1, -1, 1, 0],
  [-0.00514, 1, 1, 1, 0],
  [0.00208, 2, 2, 0, 0],
  [-0.00111, 0, 0, 1, -2],
  [-0.00057, 0, 0, 1, 2],
  [0.00056, 1, 1, 2, 0],
  [-0.00042, 0, 0, 3, 0],
  [0.00042, 1, 1, 0, 2],
  [0.00038, 1, 1, 0, -2],
  [-0.00024, 1, -1, 2, 0],
  [-0.00007, 0, 2, 1, 0],
  [0.00004, 0, 0, 2, -2],
  [0.00004, 0, 3, 0, 0],
  [0.00003, 0, 1, 1, -2],
  [0.00003, 0, 0, 2, 2],
  [-0.00003, 0, 1, 1, 2],
  [0.00003, 0, -1, 1, 2],
  [-0.00002, 0, -1, 1, -2],
  [-0.00002, 0, 1, 3, 0],
  [0.00002, 0, 0, 4, 0],
];

/** Pull of the planets on the new moon, in days: amplitude, phase and speed per lunation in degrees. */
const PLANETARY_TERMS: readonly (readonly [number, number, number])[] = [
  [0.000325, 299.77, 0.107408],
  [0.000165, 251.88, 0.016321],
  [0.000164, 251.83, 26.651886],
  [0.000126, 349.42, 36.412478],
  [0.00011, 84.66, 18.206239],
  [0.000062, 141.74, 53.303771],
  [0.00006, 207.14, 2.453732],
  [0.000056, 154.84, 7.30686],
  [0.000047, 34.52, 27.261239],
  [0.000042, 207.19, 0.121824],
  [0.00004, 291.34, 1.844379],
  [0.000037, 161.72, 24.198154],
  [0.000035, 239.56, 25.513099],
  [0.000023, 331.55, 3.592518],
];

/** The moment of new moon number `k` (0 is 6 January 2000), as a Julian day in Universal Time. */
export function newMoon(k: number): number {
  const t = k / LUNATIONS_PER_CENTURY;
  const eccentricity = polynomial(t, [1, -0.002516, -0.0000074]);
  const sun = polynomial(t, [2.5534, 0, -0.0000014, -0.00000011]) + 29.1053567 * k;
  const moon = polynomial(t, [201.5643, 0, 0.0107582, 0.00001238, -0.000000058]) + 385.81693528 * k;
  const latitude = polynomial(t, [160.7108, 0, -0.0016118, -0.00000227, 0.000000011]) + 390.67050284 * k;
  const node = polynomial(t, [124.7746, 0, 0.0020672, 0.00000215]) - 1.56375588 * k;
  let moment =
    NEW_MOON_ZERO + SYNODIC_MONTH_DAYS * k + polynomial(t, [0, 0, 0.00015437, -0.00000015, 0.00000000073]);
  for (const [amplitude, power, s, m, f] of NEW_MOON_TERMS) {
    moment += amplitude * eccentricity ** power * sine(s * sun + m * moon + f * latitude);
  }
  moment -= 0.00017 * sine(node);
  for (const [amplitude, phase, speed] of PLANETARY_TERMS) moment += amplitude * sine(phase + speed * k);
  return moment - clockLagSeconds(moment) / SECONDS_PER_DAY;
}

/** The sun's apparent longitude in degrees (0–360) at a Julian day in Universal Time. */
export function sunLongitude(julianDay: number): number {
  const t = (julianDay + clockLagSeconds(julianDay) / SECONDS_PER_DAY - J2000) / DAYS_PER_CENTURY;
  const mean = polynomial(t, [280.46646, 36000.76983, 0.0003032]);
  const anomaly = polynomial(t, [357.52911, 35999.05029, -0.0001537]);
  const centre =
    polynomial(t, [1.914602, -0.004817, -0.000014]) * sine(anomaly) +
    (0.019993 - 0.000101 * t) * sine(2 * anomaly) +
    0.000289 * sine(3 * anomaly);
  const apparent = mean + centre - 0.00569 - 0.00478 * sine(125.04 - 1934.136 * t);
  return ((apparent % 360) + 360) % 360;
}

/**
 * Seconds by which the even time of the planets runs ahead of the clock (ΔT), after the polynomials of Espenak and
 * Meeus (NASA Five Millennium Canon of Solar Eclipses).
 */
function clockLagSeconds(julianDay: number): number {
  const year = 2000 + (julianDay - J2000) / 365.25;
  if (year < 1986) return polynomial(year - 1975, [45.45, 1.067, -1 / 260, -1 / 718]);
  if (year < 2005) {
    return polynomial(year - 2000, [63.86, 0.3345, -0.060374, 0.0017275, 0.000651814, 0.00002373599]);
  }
  if (year < 2050) return polynomial(year - 2000, [62.92, 0.32217, 0.005589]);
  return -20 + 32 * ((year - 1820) / 100) ** 2 - 0.5628 * (2150 - year);
}

function polynomial(x: number, coefficients: readonly number[]): number {
  return coefficients.reduceRight((sum, coefficient) => sum * x + coefficient, 0);
}

function sine(degrees: number): number {
  return Math.sin(degrees * RADIANS);
}
