/** Traditional characters of the form's words, of what reports tell and of the names of places and offices, each before its simplified one. Those that simplified text has too (乾, 著) are left. */
const PAIRS =
  '於于開开關关條条請请數数據据報报資资訊讯處处複复復复議议訴诉訟讼結结轉转繼继續续辦办際际務务業业農农財财稅税監监審审計计統统衛卫環环國国勞劳動动險险醫医漁渔規规劃划運运輸输應应體体廣广電电視视遊游檔档館馆訪访檢检測测縣县區区鎮镇鄉乡東东門门陽阳長长寧宁雲云龍龙灣湾島岛嶺岭潯浔遼辽蘇苏滬沪臺台澤泽濟济濱滨滄沧漢汉瀋沈濰潍煙烟萊莱魯鲁晉晋隴陇陝陕閩闽粵粤貴贵雋隽慶庆豐丰興兴華华萬万億亿個个類类項项總总額额單单費费徵征購购採采買买賣卖營营產产質质標标準准認认證证許许執执罰罚強强製制發发廢废現现網网絡络頁页專专欄栏題题號号碼码點点擊击覽览瀏浏閱阅讀读講讲話话談谈說说詢询問问聞闻諮咨詳详誤误調调詞词語语課课誰谁論论識识譯译謝谢變变讓让護护貢贡負负責责敗败貨货貧贫貫贯貼贴賀贺賓宾賞赏賠赔賴赖賬账贊赞趙赵趨趋跡迹踐践躍跃車车軌轨軍军軟软較较載载輔辅輕轻輛辆輝辉輪轮輯辑辭辞邊边達达違违遠远適适選选遞递還还鄒邹鄭郑鄰邻醬酱釋释鈔钞鉅巨銀银銅铜銜衔銷销鋒锋鋪铺錄录錢钱錦锦鍵键鎖锁鏈链鏡镜鐵铁鑑鉴閉闭間间閒闲閣阁隊队階阶隨随隱隐隻只雙双雜杂離离難难霧雾靜静響响頂顶順顺須须預预頒颁頓顿領领頭头頻频願愿顧顾顯显風风飛飞飯饭飲饮餘余馬马駐驻駕驾驅驱驗验騰腾驚惊髮发鬧闹魚鱼鮮鲜鳥鸟鳳凤鴻鸿鹽盐麥麦黃黄黨党齊齐齡龄來来倉仓們们備备傳传債债傷伤價价儀仪儘尽償偿優优儲储兒儿內内兩两冊册凍冻則则剛刚創创劇剧劉刘劑剂勁劲勝胜勢势勵励勸劝匯汇協协卻却厲厉參参叢丛員员啟启喪丧喬乔嚴严囑嘱圍围園园圓圆圖图團团堅坚場场塊块墊垫墳坟壓压壯壮壽寿夠够夢梦夾夹奪夺奮奋婦妇孫孙學学實实寬宽寫写寶宝將将尋寻對对導导屆届屬属歲岁峽峡崗岗嶽岳巖岩幣币帶带幫帮幹干幾几庫库廟庙廠厂廳厅張张彈弹彌弥彙汇後后從从徑径恆恒恥耻悅悦惡恶慘惨態态慣惯慮虑憂忧憑凭憲宪憶忆懇恳懷怀懸悬戰战戲戏戶户拋抛掃扫掛挂揚扬換换損损搶抢撥拨撫抚擁拥擇择擔担擬拟擴扩攜携攝摄敵敌時时晝昼暫暂曆历曬晒會会朧胧術术極极構构楊杨榮荣樂乐樓楼樣样橋桥機机權权欽钦歐欧歡欢歷历歸归殘残殺杀氣气決决況况涼凉淨净淺浅減减湯汤溝沟滅灭滿满漸渐潔洁澱淀濃浓濕湿災灾為为無无煉炼煩烦熱热燈灯爭争爾尔牆墙狀状獎奖獨独獲获獻献瑪玛瓊琼甌瓯畫画異异當当療疗瘋疯盡尽盤盘盧卢眾众睏困礎础礦矿禮礼禍祸禪禅稱称種种穀谷積积穩稳窮穷窯窑競竞筆笔箋笺節节範范築筑簡简簽签籌筹糧粮糾纠紀纪約约紅红紋纹納纳純纯紙纸級级紛纷細细紹绍終终組组絕绝絲丝經经綜综綠绿維维綱纲緊紧緒绪線线締缔編编緩缓練练緻致縫缝縮缩縱纵績绩織织繞绕繳缴羅罗義义習习聖圣聯联聰聪聲声職职聽听肅肃脅胁脈脉腦脑膠胶膽胆臨临舉举舊旧艦舰藝艺莊庄葉叶蓋盖蒼苍蔣蒋蕭萧藍蓝藥药蘭兰蘆芦虛虚虧亏蟲虫蠻蛮補补裝装裡里裏里襲袭見见覺觉觀观觸触訂订訓训設设評评詐诈試试詩诗誌志誠诚諾诺謀谋謹谨譜谱譽誉豬猪貝贝釐厘佈布佔占併并係系侷局徹彻層层綫线説说爲为衆众啓启該该進进這这過过週周銳锐錯错針针樹树漲涨濫滥確确給给緣缘脫脱衝冲親亲討讨記记託托診诊註注賦赋賢贤迴回連连遲迟鋼钢闊阔陣阵陳陈陸陆雖虽馳驰驟骤鬥斗龐庞斷断書书暢畅沒没沖冲洩泄滯滞盜盗祕秘籤签紮扎絶绝羣群薦荐覈核諸诸讚赞贈赠趕赶踴踊轄辖辯辩郵邮鄧邓陰阴隸隶靈灵韓韩駁驳騙骗鬆松鵬鹏麗丽並并呂吕壩坝婁娄岡冈棗枣溫温瀘泸烏乌畢毕綏绥綿绵繫系與与荊荆蕪芜薩萨贛赣鄲郸錫锡雞鸡鶴鹤鷹鹰鹹咸師师輿舆遷迁潛潜鄖郧崑昆嵐岚嶗崂潁颍渦涡軒轩轅辕鄺邝鬱郁驤骧臘腊漵溆湞浈潿涠濼泺灤滦灃沣滎荥熒荧瑩莹樺桦樅枞檳槟欒栾涇泾淶涞渾浑漣涟潤润澗涧瀾澜瀝沥燁烨獅狮瑤瑶璦瑷瓏珑甕瓮碭砀磯矶磚砖祿禄禎祯筧笕縉缙臥卧艷艳蒞莅莖茎蓮莲薊蓟薺荠虜虏螞蚂詔诏譚谭贏赢轟轰遜逊郟郏鄆郓鄴邺酈郦鈞钧鈴铃鉛铅銘铭鍾钟鐘钟鎢钨鎬镐鎳镍鑄铸鑲镶閬阆閔闵閘闸閥阀闕阙鞏巩韋韦頗颇顆颗顏颜飾饰餅饼饒饶駱骆驪骊鮑鲍鯉鲤鯨鲸鰲鳌鴨鸭鵝鹅麵面齒齿龔龚敘叙暉晖曉晓曠旷棟栋棧栈樁桩槍枪橫横檯台櫃柜毀毁湧涌滲渗澆浇潰溃爐炉牽牵犧牺猶犹獄狱獵猎獸兽癥症矯矫碩硕窩窝竊窃籠笼紐纽紡纺絨绒綢绸緬缅緯纬縷缕繡绣繪绘纏缠罷罢腸肠艙舱蔭荫薑姜蘋苹蝦虾蝕蚀螢萤蠟蜡賽赛蹤踪輩辈輻辐邏逻釀酿釣钓鋁铝鍋锅鍛锻鑰钥鑽钻闡阐陘陉霽霁韌韧韻韵頌颂飼饲饋馈馮冯駛驶駝驼騎骑驛驿鯊鲨鰻鳗鱉鳖鴿鸽鷗鸥齋斋'
const SIMPLIFIED = new Map([...PAIRS].flatMap((letter, at, all) => (at % 2 === 0 ? [[letter, all[at + 1]!] as const] : [])))
const TRADITIONAL = new RegExp(`[${[...SIMPLIFIED.keys()].join('')}]`, 'g')
/** Words that the other writing has for the form's. */
const WORDS: readonly (readonly [written: RegExp, meant: string])[] = [
  [/資訊/g, '信息'],
  [/答覆/g, '答复'],
  [/回覆/g, '回复'],
  [/網路/g, '网络'],
]
/** So many traditional characters make a text one in traditional characters; fewer are names. */
const LEAST = 20

/** A reading in Latin letters that a program wrote behind a character: 應(yīng). */
const READING = /(?<=[\u4e00-\u9fff])[(（][a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜ]{1,6}[)）]/g
/** So many of them are no words of the text. */
const LEAST_READINGS = 5

/** A text in traditional characters as the simplified one that it was made of; any other as it is. */
export function simplified(text: string): string {
  if ((text.match(TRADITIONAL)?.length ?? 0) < LEAST) return text
  const bare = (text.match(READING)?.length ?? 0) < LEAST_READINGS ? text : text.replace(READING, '')
  return WORDS.reduce((whole, [written, words]) => whole.replace(written, words), bare).replace(TRADITIONAL, (letter) => SIMPLIFIED.get(letter)!)
}
