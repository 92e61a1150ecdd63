/* Encodes texts with libqrencode and says how long it took, for the bench that compares it with the crate.
 *
 * usage: qrencode <L|M|Q|H> <best|bytes>
 * Standard input: the texts, one a line, then an empty line; then numbers, one a line: how many symbols to make.
 * Standard output: for each number, the nanoseconds they took and the modules along a side of the last one. */
#include <qrencode.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define MOST_TEXTS 4096
#define LONGEST 4096

static char *texts[MOST_TEXTS];

static QRcode *encode(const char *text, QRecLevel level, int bytes) {
  return bytes ? QRcode_encodeString8bit(text, 0, level) : QRcode_encodeString(text, 0, level, QR_MODE_8, 1);
}

int main(int argc, char **argv) {
  if (argc != 3) return 2;
  const char *letter = strchr("LMQH", argv[1][0]);
  if (!letter) return 2;
  QRecLevel level = (QRecLevel)(letter - "LMQH");
  int bytes = strcmp(argv[2], "bytes") == 0;

  static char line[LONGEST];
  int count = 0;
  while (fgets(line, sizeof line, stdin)) {
    line[strcspn(line, "\n")] = 0;
    if (!line[0] || count == MOST_TEXTS) break;
    texts[count++] = strdup(line);
  }
  if (!count) return 2;

  int next = 0;
  while (fgets(line, sizeof line, stdin)) {
    int width = 0;
    struct timespec begin, end;
    clock_gettime(CLOCK_MONOTONIC, &begin);
    for (long n = atol(line); n > 0; n--) {
      QRcode *code = encode(texts[next], level, bytes);
      if (!code) return 1;
      width = code->width;
      QRcode_free(code);
      next = (next + 1) % count;
    }
    clock_gettime(CLOCK_MONOTONIC, &end);
    long long took = (end.tv_sec - begin.tv_sec) * 1000000000LL + (end.tv_nsec - begin.tv_nsec);
    printf("%lld %d\n", took, width);
    fflush(stdout);
  }
  return 0;
}
