/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "loyalty/customer_value.h"

#include <math.h>

static int is_amount(double number)
{
    return number >= 0 && isfinite(number);
}

static int is_share(double number)
{
    return number >= 0 && number <= 1;
}

/* From 1 on a percentage was meant: 10 for 10 %. */
static int is_discount(double number)
{
    return number > -1 && number < 1;
}

static sq_status give(double value, double *out)
{
    *out = value;
    return isfinite(value) ? SQ_OK : SQ_OUT_OF_DOMAIN;
}

sq_status sq_lifetime_value(double margin, double retention, double discount, double years,
                            double *value)
{
    double q = retention / (1 + discount);
    if (!isfinite(margin) || !is_share(retention) || !is_discount(discount))
        return SQ_OUT_OF_DOMAIN;
    if (isnan(years))
        return q < 1 ? give(margin * retention / (1 + discount - retention), value) : SQ_UNDEFINED;
    if (!is_amount(years) || years != floor(years))
        return SQ_OUT_OF_DOMAIN;
    if (q == 1)
        return give(margin * years, value);
    return give(margin * q * (1 - pow(q, years)) / (1 - q), value);
}

/* The present value of 1 a year, at the end of each of that many years. */
static double annuity(double years, double discount)
{
    if (discount == 0)
        return years;
    return -expm1(-years * log1p(discount)) / discount;
}

sq_status sq_loss_cost(const sq_loss *loss, double *cost)
{
    double years = loss->years, lost;
    if (!is_amount(loss->customers) || !is_share(loss->retention) || !isfinite(loss->margin) ||
        !is_discount(loss->discount) || !is_amount(loss->replacement) || !is_amount(years))
        return SQ_OUT_OF_DOMAIN;
    lost = loss->customers * (1 - loss->retention);
    if (lost == 0)
        return give(0, cost);
    return give(lost * (loss->margin * annuity(years, loss->discount) + loss->replacement), cost);
}

sq_status sq_acquisition_cost(const sq_acquisition *acquisition, double *cost)
{
    const sq_acquisition *a = acquisition;
    if (!is_amount(a->campaign) || !is_amount(a->meetings) || !is_amount(a->meeting_cost) ||
        !is_amount(a->calls) || !is_amount(a->call_cost) || !is_amount(a->won))
        return SQ_OUT_OF_DOMAIN;
    if (a->won == 0)
        return SQ_NO_DATA;
    return give((a->campaign + a->meetings * a->meeting_cost + a->calls * a->call_cost) / a->won,
                cost);
}

sq_status sq_unheard(double complaints, double complaint_rate, double *customers)
{
    if (!is_amount(complaints) || !is_share(complaint_rate) || complaint_rate == 0)
        return SQ_OUT_OF_DOMAIN;
    return give(complaints / complaint_rate, customers);
}
