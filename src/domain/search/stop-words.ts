// Words that say nothing of a text, in both languages. Postgres knows those of English only: it has no list
// for Indonesian. A search without them finds more of what was meant, and no search reads every text.

const indonesian =
  "ada adalah agar akan antara apa apakah atas atau bagi bahwa beberapa belum bila bisa bukan dan dalam dapat dari demi dengan di dia hal hanya harus hingga ia ialah ini itu jika juga kami karena ke kepada ketika kita lagi lain maka masih mereka namun nya oleh pada para per pula pun saat saja sampai sangat saya sebagai sebelum secara sedang sehingga sejak selama semua seperti serta setelah sudah supaya tapi telah tentang terhadap tetapi tidak untuk yaitu yakni yang";

/** The stop words of Postgres' English dictionary, without parts of contractions. */
const english =
  "a about above after again against all am an and any are as at be because been before being below between both but by can did do does doing don down during each few for from further had has have having he her here hers herself him himself his how i if in into is it its itself just me more most my myself no nor not now of off on once only or other our ours ourselves out over own s same she should so some such t than that the their theirs them themselves then there these they this those through to too under until up very was we were what when where which while who whom why will with you your yours yourself yourselves";

const stopWords: ReadonlySet<string> = new Set(`${indonesian} ${english}`.split(" "));

/** True for a word that search ignores. */
export const isStopWord = (word: string): boolean => stopWords.has(word.toLowerCase());
