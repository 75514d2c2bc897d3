// English names of the 74 key cities whose air was ranked from 2013 to mid-2018, by division code.
export const keyCityNames: Readonly<Record<string, string>> = {
  '110000': 'Beijing', '120000': 'Tianjin', '130100': 'Shijiazhuang', '130200': 'Tangshan', '130300': 'Qinhuangdao',
  '130400': 'Handan', '130500': 'Xingtai', '130600': 'Baoding', '130700': 'Zhangjiakou', '130800': 'Chengde',
  '130900': 'Cangzhou', '131000': 'Langfang', '131100': 'Hengshui', '140100': 'Taiyuan', '150100': 'Hohhot',
  '210100': 'Shenyang', '210200': 'Dalian', '220100': 'Changchun', '230100': 'Harbin', '310000': 'Shanghai',
  '320100': 'Nanjing', '320200': 'Wuxi', '320300': 'Xuzhou', '320400': 'Changzhou', '320500': 'Suzhou', '320600': 'Nantong',
  '320700': 'Lianyungang', '320800': 'Huai’an', '320900': 'Yancheng', '321000': 'Yangzhou', '321100': 'Zhenjiang',
  '321200': 'Taizhou (Jiangsu)', '321300': 'Suqian', '330100': 'Hangzhou', '330200': 'Ningbo', '330300': 'Wenzhou',
  '330400': 'Jiaxing', '330500': 'Huzhou', '330600': 'Shaoxing', '330700': 'Jinhua', '330800': 'Quzhou', '330900': 'Zhoushan',
  '331000': 'Taizhou (Zhejiang)', '331100': 'Lishui', '340100': 'Hefei', '350100': 'Fuzhou', '350200': 'Xiamen',
  '360100': 'Nanchang', '370100': 'Jinan', '370200': 'Qingdao', '410100': 'Zhengzhou', '420100': 'Wuhan', '430100': 'Changsha',
  '440100': 'Guangzhou', '440300': 'Shenzhen', '440400': 'Zhuhai', '440600': 'Foshan', '440700': 'Jiangmen',
  '441200': 'Zhaoqing', '441300': 'Huizhou', '441900': 'Dongguan', '442000': 'Zhongshan', '450100': 'Nanning', '460100': 'Haikou',
  '500000': 'Chongqing', '510100': 'Chengdu', '520100': 'Guiyang', '530100': 'Kunming', '540100': 'Lhasa', '610100': 'Xi’an',
  '620100': 'Lanzhou', '630100': 'Xining', '640100': 'Yinchuan', '650100': 'Urumqi',
}
