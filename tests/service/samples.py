"""Page text that several tests read."""

from __future__ import annotations

# A page on which there is nothing to find.
SOUND = """---
url: https://www.seocho.go.kr/china
publisher: 서초구청
updated: 2024-08-08
department: 행정지원과
---
# 서초구의 우호도시

## 중국 하남성 허비시

- 결연일 : 2016년 10월 13일
- 결연명칭 : 서초구 - 허비시 우호도시 협정서
- 면적 : 2,182㎢
- 인구 : 약 163만명 (2018년)

### 교류내용

- 허비시 대표단(6명) 서초구 방문 (2018년 11월)
"""
