/** The active ISO 4217 codes of money that people pay with. */
export const currencies: ReadonlySet<string> = new Set(
  (
    'AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD ' +
    'CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD ' +
    'GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT ' +
    'LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR ' +
    'NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP ' +
    'STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD ' +
    'XCG XOF XPF YER ZAR ZMW ZWG'
  ).split(' '),
);

const dollars = ['USD', 'CAD', 'AUD', 'NZD', 'SGD', 'HKD'];
const kroner = ['SEK', 'NOK', 'DKK', 'ISK'];

/** What people write for a currency, lower case; more than one code means that it must be asked. */
const spellings: ReadonlyMap<string, readonly string[]> = new Map([
  ['€', ['EUR']],
  ['euro', ['EUR']],
  ['euros', ['EUR']],
  ['£', ['GBP']],
  ['pound', ['GBP']],
  ['pounds', ['GBP']],
  ['quid', ['GBP']],
  ['$', dollars],
  ['dollar', dollars],
  ['dollars', dollars],
  ['bucks', dollars],
  ['us$', ['USD']],
  ['$us', ['USD']],
  ['ca$', ['CAD']],
  ['c$', ['CAD']],
  ['au$', ['AUD']],
  ['a$', ['AUD']],
  ['nz$', ['NZD']],
  ['hk$', ['HKD']],
  ['s$', ['SGD']],
  ['r$', ['BRL']],
  ['¥', ['JPY', 'CNY']],
  ['yen', ['JPY']],
  ['yuan', ['CNY']],
  ['rmb', ['CNY']],
  ['₹', ['INR']],
  ['₩', ['KRW']],
  ['₽', ['RUB']],
  ['₺', ['TRY']],
  ['₴', ['UAH']],
  ['₪', ['ILS']],
  ['₫', ['VND']],
  ['₦', ['NGN']],
  ['zł', ['PLN']],
  ['kč', ['CZK']],
  ['kr', kroner],
  ['fr', ['CHF', 'XAF', 'XOF']],
]);

/** The codes a typed currency may stand for: none, one, or several. */
export function currencyCodes(typed: string): readonly string[] {
  const code = typed.toUpperCase();
  return currencies.has(code) ? [code] : (spellings.get(typed.toLowerCase()) ?? []);
}
