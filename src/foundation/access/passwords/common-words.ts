/**
 * Words that common passwords are made of, folded: what people here take when a system asks for a password. A
 * password that is nothing but these words, digits and signs between them is refused, so the list stands for all
 * their combinations (`Matkhau@123`, `AnLao2020!!`).
 */
export const COMMON_WORDS: readonly string[] = `
  password passwd pass word admin administrator root user login welcome hello letmein master secret default guest
  test tester demo system server computer internet google facebook zalo windows microsoft office iloveyou love you
  sunshine princess dragon monkey football superman batman pokemon michael charlie jordan killer soccer baseball
  qwerty qwertyuiop asdf asdfgh asdfghjkl zxcvbn zxcvbnm qazwsx wsxedc abc abcd abcdef abcxyz xyz aaa zzz
  changeme change me trustno one two three four five six seven eight nine zero summer winter spring autumn
  january february march april may june july august september october november december monday friday sunday
  mat khau matkhau mk doi doimatkhau taikhoan tai khoan dangnhap dang nhap quantri quan tri quanly hethong he thong
  canbo can bo congchuc cong chuc vienchuc vien chuc chuyenvien chuyen vien vanthu van thu tuphap tu phap
  hotich ho tich diachinh dia chinh xaydung xay dung chutich chu tich bithu bi thu truongphong truong phong
  lanhdao lanh dao giamdoc giam doc thanhtra thanh tra vanphong van phong noivu noi vu taichinh tai chinh
  giaoduc giao duc motcua mot cua hoso ho so uyban uy ban nhandan nhan dan ubnd hdnd hoidong hoi dong
  huyen xa tinh thi tran phuong thon lang to dan pho so
  vietnam viet nam hanoi ha noi saigon sai gon danang da nang hue haiphong cantho tphcm hcm binhdinh binh dinh
  quynhon quy nhon gialai gia lai anlao an lao anhoa hoa antan tan anhung hung antrung trung andung dung anvinh vinh
  antoan toan annghia nghia anquang quang
  sinh sinhnhat ngaysinh ngay thang sdt dienthoai dien thoai cmnd cccd zalo wifi abcd congdan cong dan tiepnhan tiep nhan
  anh em yeu anhyeuem emyeuanh yeuem yeuanh emyeu tinhyeu tinh thuong nho mai khongbiet khong biet co gi
  conyeu con bo me bame giadinh gia dinh hanhphuc hanh phuc maymai may man taiphat tai phat loc thanhcong thanh cong
  xinchao xin chao chao ban camon cam on tet xuan ha thu dong mua
  nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dinh
  thao linh trang huong lan hoa hong mai nga thuy thu tuan minh hai hieu duc long dat tien phuc khanh
  bao nam phong quan son tung cuong kien trung thang hung dung
`
  .trim()
  .split(/\s+/);
