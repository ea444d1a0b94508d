/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "satisfaction_index.h"

#include "path_model.h"

#include <math.h>
#include <string.h>

/* Weighted mean of an item over those who answered it; NaN without any. The first answer is taken
 * off before summing. */
static double item_mean(const sq_table *items, const double *case_weights, size_t item)
{
    double origin = NAN, sum = 0, weight = 0;
    for (size_t row = 0; row < items->rows; row++) {
        double answer = sq_row(items, row)[item], share = sq_case_weight(case_weights, row);
        if (!isfinite(answer) || !(share > 0))
            continue;
        origin = isnan(origin) ? answer : origin;
        sum += share * (answer - origin);
        weight += share;
    }
    return origin + sum / weight;
}

static void find_limits(const sq_table *items, double *smallest, double *largest)
{
    *smallest = *largest = NAN;
    for (size_t i = 0; i < items->rows * items->columns; i++)
        if (isfinite(items->values[i])) {
            *smallest = fmin(*smallest, items->values[i]);
            *largest = fmax(*largest, items->values[i]);
        }
}

/* Whether no item that counts has an answer outside the limits. */
static int within_limits(const sq_table *items, const double *weights, double minimum,
                         double maximum)
{
    for (size_t row = 0; row < items->rows; row++)
        for (size_t i = 0; i < items->columns; i++) {
            double answer = sq_row(items, row)[i];
            if (isfinite(answer) && (!weights || weights[i] > 0) &&
                (answer < minimum || answer > maximum))
                return 0;
        }
    return 1;
}

static int negative_or_none(const double *weights, size_t count)
{
    for (size_t i = 0; weights && i < count; i++)
        if (!(weights[i] >= 0 && isfinite(weights[i])))
            return 1;
    return 0;
}

sq_status sq_satisfaction_index(const sq_table *items, const double *weights,
                                const double *case_weights, double minimum, double maximum,
                                double *index)
{
    double smallest, largest, sum = 0, total = 0;
    *index = sq_error(SQ_NO_DATA);
    if (negative_or_none(weights, items->columns) || negative_or_none(case_weights, items->rows))
        return SQ_OUT_OF_DOMAIN;
    find_limits(items, &smallest, &largest);
    if (isnan(smallest))
        return SQ_NO_DATA;
    minimum = isnan(minimum) ? smallest : minimum;
    maximum = isnan(maximum) ? largest : maximum;
    if (!(minimum < maximum && isfinite(maximum - minimum)) ||
        !within_limits(items, weights, minimum, maximum))
        return SQ_OUT_OF_DOMAIN;
    for (size_t i = 0; i < items->columns; i++) {
        double weight = weights ? weights[i] : 1, mean;
        if (weight == 0)
            continue;
        mean = item_mean(items, case_weights, i);
        if (isnan(mean))
            return SQ_NO_DATA;
        sum += weight * (mean - minimum);
        total += weight;
    }
    if (!(total > 0))
        return SQ_OUT_OF_DOMAIN;
    *index = 100 * (sum / total) / (maximum - minimum);
    return SQ_OK;
}

static const sq_index_item scsb_items[] = {
    {0, "Expectation: overall quality"},
    {1, "Performance: quality given the price"},
    {1, "Performance: price given the quality"},
    {2, "Satisfaction: overall"},
    {2, "Satisfaction: fulfilment of expectations"},
    {2, "Satisfaction: closeness to the ideal"},
    {3, "Complaints: to the staff"},
    {3, "Complaints: to the management"},
    {4, "Loyalty: likelihood of buying again"},
    {4, "Loyalty: tolerance of a higher price"},
};

static const sq_index_item acsi_items[] = {
    {0, "Expectation: overall quality"},
    {0, "Expectation: fit to personal requirements"},
    {0, "Expectation: reliability"},
    {1, "Quality: overall"},
    {1, "Quality: fit to personal requirements"},
    {1, "Quality: reliability"},
    {2, "Value: quality given the price"},
    {2, "Value: price given the quality"},
    {3, "Satisfaction: overall"},
    {3, "Satisfaction: fulfilment of expectations"},
    {3, "Satisfaction: closeness to the ideal"},
    {4, "Complaints: how often"},
    {4, "Complaints: how well they were handled"},
    {5, "Loyalty: likelihood of buying again"},
    {5, "Loyalty: tolerance of a higher price"},
};

static const sq_index_item ecsi_items[] = {
    {0, "Image: can be trusted in what it says and does"},
    {0, "Image: stable and firmly established"},
    {0, "Image: contributes to society"},
    {0, "Image: concerned about its customers"},
    {0, "Image: innovative and forward looking"},
    {1, "Expectation: overall quality"},
    {1, "Expectation: fit to personal needs"},
    {1, "Expectation: how often things could go wrong"},
    {2, "Quality: overall"},
    {2, "Quality: technical quality"},
    {2, "Quality: service and personal advice"},
    {2, "Quality: of what is used"},
    {2, "Quality: range of products and services"},
    {2, "Quality: reliability and accuracy"},
    {2, "Quality: clarity of information"},
    {3, "Value: quality given the price"},
    {3, "Value: price given the quality"},
    {4, "Satisfaction: overall"},
    {4, "Satisfaction: fulfilment of expectations"},
    {4, "Satisfaction: closeness to the ideal"},
    {5, "Complaints: how well the last one was, or one would be, handled"},
    {6, "Loyalty: would choose again"},
    {6, "Loyalty: would stay when others are cheaper"},
    {6, "Loyalty: would recommend"},
};

static const sq_index_item ecsi2_items[] = {
    {0, "Image: overall"},
    {0, "Image: trustworthy"},
    {0, "Image: concerned about its customers"},
    {0, "Image: innovative and forward looking"},
    {1, "Expectation: overall quality"},
    {1, "Expectation: products"},
    {1, "Expectation: service"},
    {2, "Product quality: overall"},
    {2, "Product quality: reliability"},
    {2, "Product quality: range"},
    {3, "Service quality: personal contact"},
    {3, "Service quality: advice and information"},
    {3, "Service quality: accessibility"},
    {4, "Value: quality given the price"},
    {4, "Value: price given the quality"},
    {4, "Value: compared with competitors"},
    {5, "Satisfaction: overall"},
    {5, "Satisfaction: fulfilment of expectations"},
    {5, "Satisfaction: closeness to the ideal"},
    {6, "Loyalty: would buy again"},
    {6, "Loyalty: would buy other products"},
    {6, "Loyalty: would stay when others are cheaper"},
    {6, "Loyalty: would recommend"},
};

static const sq_index_item ccsi_image_items[] = {
    {0, "Image: overall impression of the brand"},
    {0, "Image: how well the brand is known"},
    {0, "Image: distinctive character"},
    {1, "Expectation: overall quality"},
    {1, "Expectation: fit to personal needs"},
    {1, "Expectation: reliability"},
    {2, "Quality: overall"},
    {2, "Quality: fit to personal needs"},
    {2, "Quality: reliability"},
    {2, "Quality: service"},
    {3, "Value: quality given the price"},
    {3, "Value: price given the quality"},
    {4, "Satisfaction: overall"},
    {4, "Satisfaction: fulfilment of expectations"},
    {4, "Satisfaction: closeness to the ideal"},
    {5, "Complaints: how often"},
    {5, "Complaints: how well they were handled"},
    {6, "Loyalty: would buy again"},
    {6, "Loyalty: would stay when others are cheaper"},
    {6, "Loyalty: would recommend"},
};

static const sq_index_item ccsi_market_items[] = {
    {0, "Market environment: choice among suppliers"},
    {0, "Market environment: fair competition"},
    {0, "Market environment: protection of consumers"},
    {1, "Expectation: overall quality"},
    {1, "Expectation: fit to personal needs"},
    {1, "Expectation: reliability"},
    {2, "Quality: overall"},
    {2, "Quality: fit to personal needs"},
    {2, "Quality: reliability"},
    {2, "Quality: service"},
    {3, "Value: quality given the price"},
    {3, "Value: price given the quality"},
    {4, "Satisfaction: overall"},
    {4, "Satisfaction: fulfilment of expectations"},
    {4, "Satisfaction: closeness to the ideal"},
    {5, "Complaints: how often"},
    {5, "Complaints: how well they were handled"},
    {6, "Loyalty: would buy again"},
    {6, "Loyalty: would stay when others are cheaper"},
    {6, "Loyalty: would recommend"},
};

#define ITEMS(list) (list), sizeof(list) / sizeof *(list)

static const sq_index_model models[] = {
    {"SCSB",
     5,
     {"Expectation", "Performance", "Satisfaction", "Complaints", "Loyalty"},
     {"01100", "00100", "00011", "00001", "00000"},
     ITEMS(scsb_items),
     "Fornell 1992, J. Marketing 56; as described by Johnson et al. 2001, J. Econ. Psychol. 22",
     "Swedish barometer. Performance is value for money. The list of items differs between papers; "
     "it was not verified against the questionnaire."},
    {"ACSI",
     6,
     {"Expectation", "Quality", "Value", "Satisfaction", "Complaints", "Loyalty"},
     {"011100", "001100", "000100", "000011", "000001", "000000"},
     ITEMS(acsi_items),
     "Fornell, Johnson, Anderson, Cha, Bryant 1996, J. Marketing 60",
     "American index, 15 questions. The article of 1996 asks one question about complaints and "
     "three about loyalty, two of them on price; today's public form has two and two."},
    {"ECSI",
     7,
     {"Image", "Expectation", "Quality", "Value", "Satisfaction", "Complaints", "Loyalty"},
     {"0100101", "0011100", "0001100", "0000100", "0000011", "0000001", "0000000"},
     ITEMS(ecsi_items),
     "Tenenhaus, Esposito Vinzi, Chatelin, Lauro 2005, Comput. Stat. Data Anal. 48",
     "European index with complaints, 24 items as asked about mobile telephony. Many applications "
     "leave out complaints or the path from image to satisfaction."},
    {"ECSI-2",
     7,
     {"Image", "Expectation", "Product quality", "Service quality", "Value", "Satisfaction",
      "Loyalty"},
     {"0100011", "0011110", "0000110", "0000110", "0000010", "0000001", "0000000"},
     ITEMS(ecsi2_items),
     "ECSI Technical Committee 1998; Martensen, Grønholdt, Kristensen 2000, Total Qual. Manag. 11",
     "European index with quality in two, product (hardware) and service (software), 23 items, "
     "without complaints. Whether image and expectation act on both qualities differs between "
     "papers; the list of items was not verified."},
    {"CCSI-image",
     7,
     {"Image", "Expectation", "Quality", "Value", "Satisfaction", "Complaints", "Loyalty"},
     {"0110101", "0011100", "0001100", "0000100", "0000011", "0000001", "0000000"},
     ITEMS(ccsi_image_items),
     "Chinese customer satisfaction index, image-led form",
     "Papers differ in the paths that leave image (to value, too, in some) and in whether "
     "complaints are part of it. Paths and items were not verified against one source: see them as "
     "a start and edit them."},
    {"CCSI-market",
     7,
     {"Market environment", "Expectation", "Quality", "Value", "Satisfaction", "Complaints",
      "Loyalty"},
     {"0111000", "0011100", "0001100", "0000100", "0000011", "0000001", "0000000"},
     ITEMS(ccsi_market_items),
     "Chinese customer satisfaction index, market-led form",
     "Papers differ in what the market environment acts on. Paths and items were not verified "
     "against one source: see them as a start and edit them."},
};

size_t sq_index_model_count(void)
{
    return sizeof models / sizeof *models;
}

const sq_index_model *sq_index_model_at(size_t position)
{
    return position < sq_index_model_count() ? &models[position] : NULL;
}

const sq_index_model *sq_find_index_model(const char *name)
{
    for (size_t i = 0; i < sq_index_model_count(); i++)
        if (sq_same_name(name, models[i].name))
            return &models[i];
    return NULL;
}

static int speaks_of_satisfaction(const char *name)
{
    static const char stem[] = "satisf";
    if (strstr(name, "满意"))
        return 1;
    for (; *name; name++) {
        size_t same = 0;
        while (stem[same] && (name[same] | 0x20) == stem[same]) /* ASCII letters in lower case */
            same++;
        if (!stem[same])
            return 1;
    }
    return 0;
}

size_t sq_find_satisfaction(size_t constructs, const char *const names[])
{
    static const char *const usual[] = {"Satisfaction", "Customer satisfaction",
                                        "CSI",          "SAT",
                                        "满意度",       "顾客满意度",
                                        "客户满意度",   "满意",
                                        "顾客满意"};
    size_t found = SQ_NOWHERE, count = 0;
    for (size_t u = 0; u < sizeof usual / sizeof *usual; u++)
        for (size_t j = 0; j < constructs; j++)
            if (names[j] && sq_same_name(names[j], usual[u]))
                return j;
    for (size_t j = 0; j < constructs; j++)
        if (names[j] && speaks_of_satisfaction(names[j])) {
            found = j;
            count++;
        }
    return count == 1 ? found : SQ_NOWHERE;
}
