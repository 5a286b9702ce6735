// Vietnamese: abbreviations, words that open sentences, and spelling habits.
import type { LanguageData } from './language-data.js';

export const vietnamese: LanguageData = {
  neverFinal: 'ts ths gs pgs bs ks tp tx q p st đ tr vd v.d ô b ls nxb',
  beforeNumber: 'q p tr số đt',
  oftenFinal: 'v.v vv tcn scn',
  openers: `
    ông bà anh chị cô họ nó tôi chúng ta em và nhưng hoặc nếu khi vì mặc tuy dù trong ngoài trên dưới tại từ
    đến với không để theo sau trước các những một mỗi mọi nhiều số này đó đây ai gì đâu sao thế nào tất cả
    cũng rồi bây giờ hôm nay ngày năm có là đã sẽ đang`,
  prepositions: 'lúc vào năm từ đến',
};
