/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Inner loops for processors that do four numbers at once (AVX2), and for all others, from one source:
 * the loader chooses. Each number of the result comes from the same operations in the same order, and
 * none are fused, so both give the same bits (tests/unit/base/test_vector).
 */
#ifndef SQ_VECTOR_H
#define SQ_VECTOR_H

/* Defined before: the plain way, to be compared with. The sanitizers cannot watch a function that is chosen before they begin. */
#if defined(SQ_VECTORISED)
#elif defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && defined(__gnu_linux__) && \
    !defined(__SANITIZE_ADDRESS__)
#define SQ_VECTORISED __attribute__((target_clones("avx2", "default"), optimize("O3")))
#else
#define SQ_VECTORISED
#endif

#endif
